### Where a request belongs, and who is who.

flag-complaint = Klagomål
letter-answer_by = Du får svar senast { $date }.
letter-name-not_a_request = Inte en begäran
letter-name-duplicate = Svar i ett annat ärende
letter-name-complaint_received = Klagomål mottaget
letter-name-complaint_settled = Svar på klagomål
letter-name-moved = Ärendet är flyttat
letter-name-received_corrected = Mottagningsdatum rättat
letter-name-representative_accepted = Ombud godtaget
letter-name-representative_refused = Ombud avvisat
letter-name-instruction_received = Instruktion mottagen

## What was written is something else.

read_as-public_access-staff = Allmän handling
read_as-public_access-hint = Personen vill se myndighetens handlingar, inte bara det om sig själv.
read_as-public_access-letter = en begäran om allmän handling
read_as-support-staff = Fråga till kundtjänst
read_as-support-hint = Om en beställning, en leverans, ett konto.
read_as-support-letter = en fråga till kundtjänst
read_as-complaint-staff = Klagomål på varor, tjänster eller bemötande
read_as-complaint-hint = Ett klagomål på hur vi har svarat i ett ärende här läggs upp från det ärendet.
read_as-complaint-letter = ett klagomål på något annat än dina uppgifter
read_as-contract-staff = Avtal, hyra eller räkning
read_as-contract-hint = Om villkor, betalning eller uppsägning.
read_as-contract-letter = en fråga om ett avtal eller en räkning
read_as-other-staff = Något annat
read_as-other-hint = Skriv nedan vad det är.
read_as-other-letter = något annat
belonging-read-as = Vad är det?
belonging-what-and-where = Vad, och vart
belonging-what = Vad personen ber om, som du läser det
belonging-what-hint = Skriv till personen i en hel mening. Den står i brevet.
belonging-passed-to = Vem som har det nu
belonging-passed-to-hint = En avdelning eller en person som går att ringa till. Skicka det dit innan du avslutar.
belonging-doubt = Är du osäker är det en begäran. Den behöver inte nämna lagen.
belonging-close-and-tell = Avsluta och skriv till personen
belonging-was-request = Vi har läst något av det du skrev som något annat än en begäran om dina uppgifter. Brevet säger varför. Var det en begäran, säg till, så läser en människa det igen.
belonging-was-request-do = Det var en begäran
belonging-was-request-words = Det var en begäran om mina uppgifter.

## More rights.

belonging-since = När begärde personen det?
belonging-since-first = Det stod i det första meddelandet
belonging-since-today = Personen har begärt det i dag
belonging-which-right = Vilken rättighet?
belonging-right-there = Står redan öppen i ärendet
belonging-split-more = Begäran gäller också något annat. Det får en egen tid från samma dag.
belonging-receipt-follows = Personen får ett rättat kvitto med alla rättigheter och datum.

## The same asked twice.

belonging-same-found = De här ärendena har samma e-post eller telefon. Om det är samma person vet bara du.
belonging-same-which = Var svarar vi?
belonging-same-sure = Det är samma person, och det är samma sak som begärs
belonging-same-not-open = Ingen öppen begäran om samma rättighet
belonging-same-later = Mottagen senare än den här. Det tidigaste datumet ska gälla: avsluta den andra som dubblett av den här.
belonging-same-none = Inget annat ärende har samma e-post eller telefon
belonging-same-none-more = Är det ändå samma sak, svara här.
belonging-kept = Mottagen { $received_date }, svar senast { $date }. Det datumet gäller.
belonging-name-here = Namnet i det här ärendet:
belonging-nothing-passes = Varken identitet eller adress följer med till det andra ärendet.
related-complaint = klagomål på det här ärendet
related-complaint_about = ärendet som klagomålet gäller
related-instruction = instruktion som kom av det här ärendet
related-instruction_of = ärendet som instruktionen kom av
related-answered_in = här svarar vi
related-perhaps_duplicate = begär kanske samma sak
related-perhaps_repeat = har kanske frågat om samma sak förut
related-perhaps_same = samma e-post eller telefon
related-perhaps_duplicate-hint = Det här kan vara samma sak som ärende { $reference }, som fortfarande är öppet. Titta efter innan du börjar.
related-perhaps_repeat-hint = Det här kan vara en upprepning av ärende { $reference }. Det är i sig inget skäl att säga nej.

## Another organisation, another day.

belonging-with-now = Ärendet ligger hos { $controller }.
belonging-dates-there = Datumen hos varje organisation
belonging-move-to = Flytta till
belonging-move-then = Mottagningsdatumet följer med. Datumen räknas efter den nya organisationens kalender, och det är den som skriver till personen.
belonging-move-do = Flytta ärendet
belonging-right-day = Rätt dag
belonging-dates-then = Datum före och efter
belonging-before = Före
belonging-after = Efter
belonging-later = Dagen blir senare. Personen får ett brev om det, med ditt skäl.
belonging-received-why = Varför är dagen en annan?
belonging-received-why-hint = Skriv en hel mening. Blir dagen senare står den i brevet.

## Instructions.

instruction-more = När vi är personuppgiftsbiträde handlar vi bara på instruktion av den personuppgiftsansvariga. Den blir ett eget ärende om samma person, med egna datum.
instruction-who = Vem instruerar oss?
instruction-customer = Den personuppgiftsansvariga
instruction-agreement = Avtalets nummer
instruction-agreement-hint = Det biträdesavtal som instruktionen följer.
instruction-email-hint = Hit svarar vi dem. Utan e-post skrivs brevet ut.
instruction-what = Vad ska vi göra?
instruction-words = Instruktionen, som de skrev den
instruction-rights = Vilka rättigheter gäller den?
ui-rep-controller = Personuppgiftsansvarig som instruerar oss

## Complaints.

complaint-more = Ett klagomål på hur vi har skött ärendet får ett eget ärendenummer. Det är ingen begäran, och tiden i det här ärendet löper vidare.
complaint-list = Klagomål
complaint-list-more = Ingen har svarat på dem än. Lagen sätter inget datum, men personen väntar.
complaint-list-empty = Det finns inga klagomål att svara på
complaint-stands = Var det står
complaint-settled = Besvarat
complaint-words = Klagomålet
complaint-came-of-it = Vad vi kom fram till
complaint-answer = Svaret till personen
complaint-answer-hint = Vad du har tittat på, vad du kom fram till och vad vi gör nu. Vägen till myndigheten står i brevet.
complaint-handler = Den som svarar för dataskydd hos oss
complaint-open-person = Vi tittar på ditt klagomål
complaint-open-now = Vi skriver till dig här när vi har gått igenom det.
complaint-settled-person = Vi har svarat på ditt klagomål
complaint-settled-now = Svaret står nedan.
complaint-your = Ditt klagomål
complaint-read = Öppna klagomålet
complaint-make = Klaga hos oss
complaint-make-more = Skriv vad som gick fel. Klagomålet får ett eget ärendenummer, och ditt ärende löper vidare som förut.
complaint-label = Vad gick fel?
complaint-send = Skicka klagomålet
complaint-sent = Vi har tagit emot ditt klagomål. Det står längre ner på sidan.
ui-next-complaint = Svara på klagomålet
ui-next-complaint-why = Ett klagomål har inget datum i lagen. Svaret avslutar det.
event-settle_complaint-do = Svara på klagomålet
event-settle_complaint-done = Klagomålet är besvarat

## Who acts for the person.

authority-title = Bedöm ombudet
authority-who = Vem är vem
authority-seen-before = Senast bedömt på
authority-evidence = Vad du har sett
authority-evidence-hint = Fullmakt, dom, bouppteckning, vårdnad: vad, från när, vad den ger rätt till.
authority-identity = Hur du vet vem ombudet är
authority-identity-hint = Ringt advokatens kontor, sett legitimation. Spara ingen kopia. Personen själv ska styrkas för sig.
authority-answer = Vem får svaret?
authority-answer-person = Personen själv
authority-answer-person-more = Så är det om inte personen har medgett annat.
authority-answer-representative = Ombudet
authority-answer-representative-more = Personen har medgett det, och det står i det du har sett. Uppgifter går fortfarande bara till en styrkt adress.
authority-missing = Vad som saknas
authority-missing-hint = Skriv så att ombudet kan skaffa det. Det står i brevet.
authority-refused-then = Ombudet får brevet. Från och med nu skriver vi till personen själv.
authority-gets-person = personen
authority-gets-representative = ombudet

## People apart.

event-person_apart-do = Barn, avliden, skyddad
event-person_apart-done = Ärendets märken är ändrade
event-person_apart-done_child_set = Personen är ett barn: { $reason }
event-person_apart-done_child_cleared = Personen är inget barn: { $reason }
event-person_apart-done_deceased_set = Personen är avliden: { $reason }
event-person_apart-done_deceased_cleared = Personen är inte avliden: { $reason }
event-person_apart-done_protected_identity_set = Adressen är skyddad: { $reason }
event-person_apart-done_protected_identity_cleared = Adressen är inte skyddad längre: { $reason }
apart-which = Vad ska ändras?
apart-child-set = Personen är ett barn
apart-child-clear = Personen är inget barn
apart-child-then = Barn: det får fråga själv så långt mognaden räcker. Frågar en förälder, kontrollera vårdnaden. Den andra förälderns adress är dold och får inte stå i svaret.
apart-child-custody = Personen är ett barn. Se bevis om vårdnaden, och nämn inte den andra förälderns adress.
apart-deceased-set = Personen är avliden
apart-deceased-clear = Personen är inte avliden
apart-deceased-then-dk = Avliden: dataskyddsförordningen gäller inte (skäl 27), men i Danmark gäller reglerna i tio år efter dödsfallet (databeskyttelsesloven § 2, stk. 5). Arvingar visar bevis från skifteretten.
apart-deceased-then-se = Avliden: dataskyddsförordningen gäller inte (skäl 27), och svensk lag förlänger den inte. Dödsboet visar bouppteckning.
apart-protected_identity-set = Adressen är skyddad
apart-protected_identity-clear = Adressen är inte skyddad längre
apart-protected_identity-then = Skyddad identitet: adressen står inte i listor, i ärendet eller i brev. Du ser den bara om du ber om det, och det antecknas.
apart-why = Vad du har sett
apart-why-hint = Var du vet det ifrån. Det står i historiken.
apart-save = Spara
covered-title = Det du vill öppna kan visa adressen
covered-more = Personens adress är skyddad. Öppna bara om du behöver det. Det antecknas att du gjorde det.
covered-open = Öppna
covered-show = Visa adressen
covered-sent = Adressen är skyddad. Jag har kontrollerat att den inte står i brevet och att paketet bara når personen själv

## What a step did.

event-instruction_received-done_case = Instruktion upplagd som { $reference }
did-add_right = Begäran är tillagd och ett rättat kvitto är skrivet
did-split = Begäran är delad och ett rättat kvitto är skrivet
did-not_a_request = Den är avslutad och personen får veta var den är
did-duplicate = Den är avslutad som dubblett och personen får besked
did-complaint = Klagomålet är upplagt
did-settle_complaint = Klagomålet är besvarat
did-instruction_received = Instruktionen är upplagd som ett eget ärende
did-move_controller = Ärendet är flyttat och personen får besked
did-correct_received_date = Mottagningsdatumet är rättat och alla datum är omräknade
did-representative_accepted = Ombudet är godtaget
did-representative_refused = Ombudet är avvisat och får veta vad som saknas
did-person_apart = Märket är ändrat

## What is missing.

need-words-what = Skriv vad personen ber om.
need-words-passed_to = Skriv vem som har det nu.
need-words-missing = Skriv vad som saknas.
need-words-words = Skriv svaret till personen.
need-nothing_collected = Uppgifter har redan samlats in hos den här organisationen. Ärendet kan inte flyttas; svara här och be personen skriva till den andra.
need-apart = Välj ett av de tre märkena.
error-right-twice = Den rättigheten står redan öppen i ärendet
error-since-none = Välj när personen begärde det
error-read-as = Välj vad det är
error-duplicate-of = Välj ett ärende som kan svara
error-duplicate-sure = Kryssa i när du vet att det är samma person
error-move-to = Välj vart ärendet ska
error-representative-identity = Skriv hur du vet vem ombudet är
error-apart-flag = Välj vad som ska ändras
error-address-seen = Kryssa i när du har kontrollerat att adressen inte står där
error-instruction-customer = Skriv vem som instruerar oss
error-instruction-agreement = Skriv avtalets nummer
error-instruction-words = Skriv instruktionen som de skrev den
letter-name-forwarded = Skickad vidare
letter-name-forward_to_controller = Till den personuppgiftsansvariga
forward-to = Vem ska svara?
forward-task = Kontrollera senast { $date } att de har tagit emot
forward-rest = Finns det något vi själva ska svara på?
forward-rest-ours = Ja, resten svarar vi på här
forward-rest-none = Nej, ärendet avslutas som vidareskickat
forward-rest-officer = Finns inget kvar avslutar en dataskyddsansvarig den som vidareskickad.
forward-then = Den personuppgiftsansvariga får det personen skrev, när vi tog emot det och ett föreslaget datum. Personen får veta vem som svarar.
forward-nobody = Det står inga kunder i registret
forward-nobody-more = Är vi personuppgiftsbiträde åt någon, skriv in dem i registret över behandlingar först.
forward-no_words = (Personen skrev inget själv.)
forward-question = Har de tagit emot begäran, och ger de oss en instruktion?
did-forward = Begäran är skickad vidare och personen får besked
error-forward-to = Välj vem som ska svara
