### Et lavere niveau, godkendt af to.

accept-title = Godkend et lavere niveau
accept-waits = En kollega foreslår at godkende et lavere niveau
accept-levels = Niveau { $level } er nået, { $needed } kræves
accept-lead = Kun når man ikke kan bede personen om mere, og en fejl ikke ville skade nogen nævneværdigt. En anden skal godkende det. Det, der bliver udleveret, kræver stadig en adresse, I har i forvejen, og som er bevist.
accept-by = Foreslået af
accept-reason = Hvorfor
accept-reason-hint = Hvad I ved om personen, hvorfra, og hvad der kunne gå galt.
accept-ask = Foreslå det
accept-then = Godkender du, gælder niveauet som nået. Det, der bliver udleveret, kræver stadig en adresse, I har i forvejen, og som er bevist.
accept-alone = Du har selv foreslået det. Det bliver mærket som godkendt af én person.
accept-do = Godkend
accept-refuse = Godkend ikke
need-second_person = Du har selv foreslået det. En anden skal godkende det.

event-level_asked-done = Foreslået at godkende et lavere niveau: { $reason }
event-level_asked-done_bare = Foreslået at godkende et lavere niveau
event-level_accepted-done = Det lavere niveau blev godkendt af en anden
event-level_accepted-done_single = Det lavere niveau blev godkendt af den, der foreslog det
event-level_refused-done = Det lavere niveau blev ikke godkendt
did-level_asked = Det er foreslået. En kollega skal godkende det
did-level_accepted = Niveauet er godkendt
did-level_refused = Niveauet er ikke godkendt
