### Markedsføring, der er stoppet, listen over dem, der ikke må få den, og links, der stopper den.

event-marketing_stopped-do = Stoppet
event-marketing_stopped-done = Markedsføring stoppet
event-suppression-done = Spærrelisten blev brugt
event-api-done = Et program brugte grænsefladen
did-marketing_stopped = Det, der er stoppet, er gemt, og svaret ligger til godkendelse
ui-next-stop = Stop markedsføringen, og skriv, hvad der er stoppet
letter-name-marketing_stopped = Markedsføring stoppet
error-stopped-channel = Vælg, hvad der er stoppet
error-stopped-first = Skriv på siden “Stoppet”, hvad der er stoppet og hvornår. Det bliver svaret.

stopped-email = nyhedsbreve og andre mails
stopped-phone = opkald
stopped-sms = sms’er
stopped-post = breve og tryksager
stopped-profiling = profiler til at vælge, hvad vi sender
stopped-photo_portrait = billeder fra arrangementer, hvor du er motivet
stopped-photo_situation = billeder fra arrangementer, hvor du er en af mange
stopped-title = Markedsføringen er stoppet
stopped-do = Stoppet
stopped-what = Hvad er stoppet
stopped-rule = Her er intet at afveje, og det kan ikke afslås. Stop alt det, personen mente, og er I i tvivl, så det hele.
stopped-newsletter = Adressen skal være ude af alle nyhedsbrevslister senest { $date }.
stopped-when = Hvornår
stopped-day = Dag
stopped-time = Klokkeslæt
stopped-told = Hvem har I ellers bedt om at stoppe
stopped-recipients = Databehandlere i fortegnelsen
stopped-others = Andre
stopped-others-hint = Én pr. linje. Brevet nævner dem.
stopped-list = Spærreliste
stopped-list-kept = Disse kommer på listen som aftryk, ingen kan læse: { $addresses }.
stopped-list-none = Personen har hverken givet mail eller telefon, så intet kommer på listen af sig selv.
stopped-list-more = Flere adresser, vi har
stopped-list-more-hint = Mail eller telefon, én pr. linje: dem, markedsføringen gik til.

suppression-title = Spærreliste
suppression-more = Dem på listen må ikke få markedsføring. Den rummer kun aftryk: man kan spørge om en adresse, men ikke læse listen igennem. Den bliver, når sagen er slettet.
suppression-count-email =
    { $n ->
        [one] { $n } mailadresse
       *[other] { $n } mailadresser
    }
suppression-count-phone =
    { $n ->
        [one] { $n } telefonnummer
       *[other] { $n } telefonnumre
    }
suppression-address = Mail eller telefon
suppression-address-hint = At der er spurgt, står i revisionssporet. Adressen gør ikke.
suppression-look = Er den på listen?
suppression-reason = Begrundelse
suppression-reason-hint = Skal til for at tilføje eller fjerne. For at fjerne skal personen selv have bedt om markedsføring igen: skriv hvornår og hvordan.
suppression-add = Tilføj
suppression-lift = Fjern
suppression-is_on = Den er på listen
suppression-is_off = Den er ikke på listen
suppression-origin-case = tilføjet, da en sag blev besvaret
suppression-origin-link = tilføjet, da der blev trykket på et link i en mail
suppression-origin-desk = tilføjet af en medarbejder
suppression-lifted = fjernet
suppression-did-added = Tilføjet
suppression-did-was_on = Den var på listen i forvejen
suppression-did-lifted = Fjernet
error-suppression-address = Det er hverken en mailadresse eller et telefonnummer
error-suppression-not_on = Den er ikke på listen

stop-ask-title = Stop mails
stop-ask-marketing_objection = { $controller } stopper al direkte markedsføring til
stop-ask-consent_withdrawal = Du trækker dit samtykke til mails fra { $controller } tilbage for
stop-ask-more = Ét tryk er nok. Du skal hverken logge ind eller give en grund.
stop-do-marketing_objection = Stop markedsføring
stop-do-consent_withdrawal = Træk samtykket tilbage
stop-done-title = Det er stoppet
stop-done-marketing_objection = Fra nu af sender { $controller } ingen markedsføring til
stop-done-consent_withdrawal = Dit samtykke er trukket tilbage. Fra nu af sender { $controller } intet, der bygger på det, til
stop-done-list = Et aftryk af din adresse står på listen over dem, der ikke må få markedsføring. Det kan ikke læses og er der, så det bliver ved med at være stoppet.
stop-done-rest = En medarbejder stopper resten (opkald, breve og dem, der sender for os) senest næste arbejdsdag og skriver til dig, når det er gjort.
stop-done-printed = Det, der allerede er trykt eller på vej, kan stadig nå frem.
stop-done-reference = Dit sagsnummer:
stop-before-title = Det var stoppet i forvejen
stop-before-more = Det har du gjort før. Der kommer ingen markedsføring til
stop-unknown-title = Linket virker ikke
stop-unknown-more = Måske er det blevet delt over i mailen. Du kan stoppe markedsføring på en anden måde, og det tæller lige så meget.
stop-words-marketing_objection = Jeg har trykket på det link i en mail, der stopper markedsføring.
stop-words-consent_withdrawal = Jeg har trykket på det link i en mail, der trækker mit samtykke tilbage.
error-api-language = Organisationen svarer ikke på det sprog
error-form-empty = Her skal stå noget
