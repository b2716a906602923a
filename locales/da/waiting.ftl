### At vente, og at gøre om, hvad der blev gjort ved en fejl: sider, brevenes navne, hvad der mangler.

## Emner

subject-scope = Vi har et spørgsmål til dig
subject-closed = Din sag er lukket
subject-old_date = Den gamle dato gælder igen
subject-reopened = Vi arbejder på din sag igen

## Brevenes navne

letter-name-ask_scope = Spørgsmål om, hvad det gælder
letter-name-scope_reminder = Rykker
letter-name-pause_kept = Vi venter stadig
letter-name-lapsed = Lukket uden svar
letter-name-extension_undone = Forlængelse trukket tilbage
letter-name-reopened = Taget op igen

## Spørg, hvad det gælder

scope-amount-title = Hvor meget der er
scope-rule = Spørgsmålet må kun stilles, når vi har mange oplysninger, kun ved indsigt og kun én gang (betragtning 63).
scope-amount-da = Hvor meget vi har. Det fortsætter ”Det er mange: …”
scope-amount-sv = Hvor meget vi har, på svensk. Det fortsætter ”Det är många: …”
scope-amount-en = Hvor meget vi har, på engelsk. Det fortsætter ”There is a lot of it: …”
scope-amount-hint = Art og antal: systemerne, årene, linjerne.
scope-question-title = Hvad du spørger om
scope-question-da = Spørgsmålet
scope-question-sv = Spørgsmålet, på svensk
scope-question-en = Spørgsmålet, på engelsk
scope-question-hint = Ét spørgsmål. Brevet siger selv, at man også kan svare ”det hele”.
scope-meanwhile-title = Hvad personen får imens
scope-others = De her anmodninger kører videre:
scope-meanwhile-da = Hvad der bliver besvaret allerede nu
scope-meanwhile-sv = Hvad der bliver besvaret allerede nu, på svensk
scope-meanwhile-en = Hvad der bliver besvaret allerede nu, på engelsk
scope-meanwhile-hint = Det, der ikke kræver svar på spørgsmålet. Lad feltet stå tomt, hvis der ikke er noget.
ui-needed-everything = Du må gerne svare ”det hele”. Skriv det i en besked herunder.
need-words-amount = Skriv, hvor meget der er.
need-words-question = Skriv spørgsmålet.

## Tag stilling til en pause

pause-what = Hvad der sker nu
pause-choice-answer = Svar
pause-choice-answer-more = Fristen løber igen fra i dag. Personen får datoen at vide.
pause-choice-answer-done = svar
pause-choice-refuse = Afslå, eller sig, at personen ikke kan identificeres
pause-choice-refuse-more = Fristen løber igen fra i dag. Du skriver svaret bagefter; det nævner tilsynet og domstolene.
pause-choice-refuse-done = afslå
pause-choice-extend = Forlæng
pause-choice-extend-more = Fristen løber igen fra i dag. Du skriver brevet bagefter.
pause-choice-extend-done = forlæng
pause-choice-keep_pausing = Vent fortsat
pause-choice-keep_pausing-more = Personen får at vide, at vi venter, og at intet bliver lukket før { $date }.
pause-choice-keep_pausing-done = vent fortsat
pause-reason = Hvorfor
pause-reason-hint = Gemmes i historikken. Det står ikke i brevet.
pause-do = Gem afgørelsen
pause-known = Hvad vi venter på
pause-asked = Spurgt
pause-reminded =
    { $n ->
        [0] ingen rykker endnu
        [one] { $n } rykker
       *[other] { $n } rykkere
    }
pause-decide_by = Tag stilling senest
pause-lapses = Kan lukkes fra
error-pause-choice = Vælg, hvad der skal ske
ui-next-decide_pause = Tag stilling til pausen
ui-next-decide_pause-why = En GDPR-ansvarlig tager stilling senest { $date }. Derefter er der ikke tid til at svare, afslå eller forlænge inden datoen uden pausen.
ui-next-lapse = Luk, svaret udeblev
ui-next-lapse-why = Spurgt den { $day }, rykket to gange. En GDPR-ansvarlig kan lukke.
lapse-lead = Anmodningerne bliver lukket uden svar. Brevet siger, hvordan personen kan komme videre, og hvor man kan klage.

## At gøre om

undo_extension-lead = Brevet er ikke afsendt. Det bliver trukket tilbage sammen med forlængelsen, og ingen får besked.
undo_extension-lead-told = Brevet er afsendt. Der følger en rettelse: den gamle dato gælder igen.
reopen-lead = Anmodningen begynder forfra med sin gamle frist. Links til det, der blev sendt, bliver lukket.
amend-due = Frist derefter
amend-until = Kan åbnes igen til og med
with-reason = Hvorfor
with-reason-hint = Gemmes i historikken. Det står ikke i brevet.

did-ask_scope = Spørgsmålet til personen er skrevet
did-decide_pause = Afgørelsen om pausen er gemt
did-lapse = Anmodningen er lukket, og brevet er skrevet
did-undo_extension = Forlængelsen er fortrudt
did-reopen = Anmodningen er åben igen, og brevet er skrevet
