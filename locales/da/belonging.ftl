### Where a request belongs, and who is who.

flag-complaint = Klage
letter-answer_by = Du får svar senest { $date }.
letter-name-not_a_request = Ikke en anmodning
letter-name-duplicate = Svar i en anden sag
letter-name-complaint_received = Klage modtaget
letter-name-complaint_settled = Svar på klage
letter-name-moved = Sagen er flyttet
letter-name-received_corrected = Modtagelsesdato rettet
letter-name-representative_accepted = Repræsentant godkendt
letter-name-representative_refused = Repræsentant afvist
letter-name-instruction_received = Instruks modtaget

## What was written is something else.

read_as-public_access-staff = Aktindsigt
read_as-public_access-hint = Personen vil se myndighedens dokumenter, ikke kun det om sig selv.
read_as-public_access-letter = en anmodning om aktindsigt
read_as-support-staff = Spørgsmål til kundeservice
read_as-support-hint = Om en ordre, en levering, en konto.
read_as-support-letter = et spørgsmål til kundeservice
read_as-complaint-staff = Klage over varer, ydelser eller betjening
read_as-complaint-hint = En klage over, hvordan vi har svaret i en sag her, oprettes fra den sag.
read_as-complaint-letter = en klage over noget andet end dine oplysninger
read_as-contract-staff = Aftale, husleje eller regning
read_as-contract-hint = Om vilkår, betaling eller opsigelse.
read_as-contract-letter = et spørgsmål om en aftale eller en regning
read_as-other-staff = Noget andet
read_as-other-hint = Skriv nedenfor, hvad det er.
read_as-other-letter = noget andet
belonging-read-as = Hvad er det?
belonging-what-and-where = Hvad, og hvorhen
belonging-what = Hvad personen beder om, som du læser det
belonging-what-hint = Skriv det til personen i en hel sætning. Den står i brevet.
belonging-passed-to = Hvem der har det nu
belonging-passed-to-hint = En afdeling eller et menneske, som personen kan ringe til. Send det dertil, før du lukker.
belonging-doubt = Er du i tvivl, er det en anmodning. Et krav behøver ikke nævne loven.
belonging-close-and-tell = Luk, og skriv til personen
belonging-was-request = Vi har læst noget af det, du skrev, som noget andet end en anmodning om dine oplysninger. Brevet siger hvorfor. Var det en anmodning, så sig til, så ser et menneske på det igen.
belonging-was-request-do = Det var en anmodning
belonging-was-request-words = Det var en anmodning om mine oplysninger.

## More rights.

belonging-since = Hvornår bad personen om det?
belonging-since-first = Det stod i den første besked
belonging-since-today = Personen har bedt om det i dag
belonging-which-right = Hvilken ret?
belonging-right-there = Står allerede åben i sagen
belonging-split-more = Anmodningen beder også om noget andet. Det får sin egen frist fra samme dag.
belonging-receipt-follows = Personen får en rettet kvittering med alle rettigheder og datoer.

## The same asked twice.

belonging-same-found = De her sager har samme mail eller telefon. Om det er samme person, ved kun du.
belonging-same-which = Hvor svarer vi?
belonging-same-sure = Det er samme person, og personen beder om det samme
belonging-same-not-open = Ingen åben anmodning om den samme ret
belonging-same-later = Modtaget senere end denne. Den tidligste dato skal gælde: luk den anden som dublet af denne.
belonging-same-none = Ingen anden sag har samme mail eller telefon
belonging-same-none-more = Er det alligevel det samme, så svar her.
belonging-kept = Modtaget { $received_date }, svar senest { $date }. Den dato gælder.
belonging-name-here = Navnet i denne sag:
belonging-nothing-passes = Hverken identitet eller adresse følger med over i den anden sag.
related-complaint = klage over denne sag
related-complaint_about = sagen, der klages over
related-instruction = instruks, der kom af denne sag
related-instruction_of = sagen, instruksen kom af
related-answered_in = her bliver der svaret
related-perhaps_duplicate = beder måske om det samme
related-perhaps_repeat = har måske spurgt om det samme før
related-perhaps_same = samme mail eller telefon
related-perhaps_duplicate-hint = Det her kan være det samme som sag { $reference }, der stadig er åben. Se efter, før du går i gang.
related-perhaps_repeat-hint = Det her kan være en gentagelse af sag { $reference }. Det er ingen grund til at sige nej i sig selv.

## Another organisation, another day.

belonging-with-now = Sagen ligger hos { $controller }.
belonging-dates-there = Datoerne hos hver organisation
belonging-move-to = Flyt til
belonging-move-then = Modtagelsesdatoen følger med. Datoerne regnes efter den nye organisations kalender, og det er den, der skriver til personen.
belonging-move-do = Flyt sagen
belonging-right-day = Den rigtige dag
belonging-dates-then = Datoer før og efter
belonging-before = Før
belonging-after = Efter
belonging-later = Dagen bliver senere. Personen får brev om det, med din grund.
belonging-received-why = Hvorfor er dagen en anden?
belonging-received-why-hint = Skriv en hel sætning. Bliver dagen senere, står den i brevet.

## Instructions.

instruction-more = Når vi er databehandler, handler vi kun efter instruks fra den dataansvarlige. Den bliver en sag for sig med samme person og egne datoer.
instruction-who = Hvem instruerer os?
instruction-customer = Den dataansvarlige
instruction-agreement = Aftalens nummer
instruction-agreement-hint = Den databehandleraftale, instruksen følger.
instruction-email-hint = Her svarer vi dem. Uden mail bliver brevet skrevet ud.
instruction-what = Hvad skal vi gøre?
instruction-words = Instruksen, som de skrev den
instruction-rights = Hvilke rettigheder handler den om?
ui-rep-controller = Dataansvarlig, som instruerer os

## Complaints.

complaint-more = En klage over, hvordan vi har behandlet sagen, får sit eget sagsnummer. Den er ingen anmodning, og fristen i denne sag løber videre.
complaint-list = Klager
complaint-list-more = Ingen har svaret på dem endnu. Loven sætter ingen dato, men personen venter.
complaint-list-empty = Der er ingen klager at svare på
complaint-stands = Hvor den står
complaint-settled = Besvaret
complaint-words = Klagen
complaint-came-of-it = Hvad vi kom frem til
complaint-answer = Svaret til personen
complaint-answer-hint = Hvad du har set på, hvad du kom frem til, og hvad vi gør nu. Klagevejen til myndigheden står i brevet.
complaint-handler = Den, der svarer på databeskyttelse hos os,
complaint-open-person = Vi ser på din klage
complaint-open-now = Vi skriver til dig her, når vi har set på den.
complaint-settled-person = Vi har svaret på din klage
complaint-settled-now = Svaret står nedenfor.
complaint-your = Din klage
complaint-read = Åbn klagen
complaint-make = Klag til os
complaint-make-more = Skriv, hvad der gik galt. Klagen får sit eget sagsnummer, og din sag løber videre som før.
complaint-label = Hvad gik galt?
complaint-send = Send klagen
complaint-sent = Vi har modtaget din klage. Den står under Klag.
ui-next-complaint = Svar på klagen
ui-next-complaint-why = En klage har ingen frist i loven. Svaret lukker den.
event-settle_complaint-do = Svar på klagen
event-settle_complaint-done = Klagen er besvaret

## Who acts for the person.

authority-title = Bedøm repræsentanten
authority-who = Hvem er hvem
authority-seen-before = Sidst vurderet på
authority-evidence = Hvad du har set
authority-evidence-hint = Fuldmagt, dom, skifteretsattest, forældremyndighed: hvad, fra hvornår, hvad den giver lov til.
authority-identity = Hvordan du ved, hvem repræsentanten er
authority-identity-hint = Ringet til advokatens kontor, set legitimation. Gem ikke en kopi. Personen selv skal bevises for sig.
authority-answer = Hvem får svaret?
authority-answer-person = Personen selv
authority-answer-person-more = Sådan er det, medmindre personen har givet lov til andet.
authority-answer-representative = Repræsentanten
authority-answer-representative-more = Personen har givet lov til det, og det står i det, du har set. Data går stadig kun til en adresse, der er bevist.
authority-missing = Hvad der mangler
authority-missing-hint = Skriv det, så repræsentanten kan skaffe det. Det står i brevet.
authority-refused-then = Repræsentanten får brevet. Fra nu af skriver vi til personen selv.
authority-gets-person = personen
authority-gets-representative = repræsentanten

## People apart.

event-person_apart-do = Barn, afdød, beskyttet
event-person_apart-done = Sagens mærker er ændret
event-person_apart-done_child_set = Personen er et barn: { $reason }
event-person_apart-done_child_cleared = Personen er ikke et barn: { $reason }
event-person_apart-done_deceased_set = Personen er død: { $reason }
event-person_apart-done_deceased_cleared = Personen er ikke død: { $reason }
event-person_apart-done_protected_identity_set = Adressen er beskyttet: { $reason }
event-person_apart-done_protected_identity_cleared = Adressen er ikke beskyttet længere: { $reason }
apart-which = Hvad skal ændres?
apart-child-set = Personen er et barn
apart-child-clear = Personen er ikke et barn
apart-child-then = Barn: det må spørge selv, så langt dets modenhed rækker. Spørger en forælder, så se efter forældremyndighed. Den anden forælders adresse er skjult og må ikke stå i svaret.
apart-child-custody = Personen er et barn. Se dokumentation for forældremyndighed, og nævn ikke den anden forælders adresse.
apart-deceased-set = Personen er død
apart-deceased-clear = Personen er ikke død
apart-deceased-then-dk = Afdød: databeskyttelsesforordningen gælder ikke (betragtning 27), men i Danmark gælder reglerne i ti år efter dødsfaldet (databeskyttelsesloven § 2, stk. 5). Arvinger viser skifteretsattest.
apart-deceased-then-se = Afdød: databeskyttelsesforordningen gælder ikke (betragtning 27), og svensk lov forlænger den ikke. Arvinger viser bouppteckning.
apart-protected_identity-set = Adressen er beskyttet
apart-protected_identity-clear = Adressen er ikke beskyttet længere
apart-protected_identity-then = Beskyttet identitet: adressen står ikke i lister, på sagen eller i breve. Du kan kun se den, hvis du beder om det, og det bliver noteret.
apart-why = Hvad du har set
apart-why-hint = Hvor du ved det fra. Det står i historikken.
apart-save = Gem
covered-title = Det, du vil åbne, kan vise adressen
covered-more = Personens adresse er beskyttet. Åbn kun, hvis du har brug for det. Det bliver noteret, at du gjorde det.
covered-open = Åbn
covered-show = Vis adressen
covered-sent = Adressen er beskyttet. Jeg har set efter, at den ikke står i brevet, og at pakken kun når personen selv

## What a step did.

event-instruction_received-done_case = Instruks oprettet som { $reference }
did-add_right = Anmodningen er tilføjet, og en rettet kvittering er skrevet
did-split = Anmodningen er delt, og en rettet kvittering er skrevet
did-not_a_request = Den er lukket, og personen får at vide, hvor den er
did-duplicate = Den er lukket som dublet, og personen får besked
did-complaint = Klagen er oprettet
did-settle_complaint = Klagen er besvaret
did-instruction_received = Instruksen er oprettet som en sag for sig
did-move_controller = Sagen er flyttet, og personen får besked
did-correct_received_date = Modtagelsesdatoen er rettet, og alle datoer er regnet om
did-representative_accepted = Repræsentanten er godkendt
did-representative_refused = Repræsentanten er afvist og får at vide, hvad der mangler
did-person_apart = Mærket er ændret

## What is missing.

need-words-what = Skriv, hvad personen beder om.
need-words-passed_to = Skriv, hvem der har det nu.
need-words-missing = Skriv, hvad der mangler.
need-words-words = Skriv svaret til personen.
need-nothing_collected = Der er allerede samlet ind hos denne organisation. Sagen kan ikke flyttes; svar her, og bed personen skrive til den anden.
need-apart = Vælg et af de tre mærker.
error-right-twice = Den ret står allerede åben i sagen
error-since-none = Vælg, hvornår personen bad om det
error-read-as = Vælg, hvad det er
error-duplicate-of = Vælg en sag, der kan svare
error-duplicate-sure = Sæt kryds, når du ved, at det er samme person
error-move-to = Vælg, hvor sagen skal hen
error-representative-identity = Skriv, hvordan du ved, hvem repræsentanten er
error-apart-flag = Vælg, hvad der skal ændres
error-address-seen = Sæt kryds, når du har set efter, at adressen ikke står der
error-instruction-customer = Skriv, hvem der instruerer os
error-instruction-agreement = Skriv aftalens nummer
error-instruction-words = Skriv instruksen, som de skrev den
letter-name-forwarded = Sendt videre
letter-name-forward_to_controller = Til den dataansvarlige
forward-to = Hvem skal svare?
forward-task = Se senest { $date } efter, om de har taget imod
forward-rest = Er der noget, vi selv skal svare på?
forward-rest-ours = Ja, resten svarer vi på her
forward-rest-none = Nej, sagen lukkes som sendt videre
forward-rest-officer = Er der intet tilbage, lukker en databeskyttelsesansvarlig den som sendt videre.
forward-then = Den dataansvarlige får det, personen skrev, hvornår vi modtog det, og en foreslået dato. Personen får at vide, hvem der svarer.
forward-nobody = Der står ingen kunder i fortegnelsen
forward-nobody-more = Er vi databehandler for nogen, så skriv dem i fortegnelsen over behandlinger først.
forward-no_words = (Personen skrev intet selv.)
forward-question = Har de taget imod anmodningen, og giver de os en instruks?
did-forward = Anmodningen er sendt videre, og personen får besked
error-forward-to = Vælg, hvem der skal svare
