### Marknadsföring som är stoppad, spärrlistan och länkar som stoppar den med ett tryck.

event-marketing_stopped-do = Stoppat
event-marketing_stopped-done = Marknadsföring stoppad
event-suppression-done = Spärrlistan användes
event-api-done = Ett program använde gränssnittet
did-marketing_stopped = Det som är stoppat är sparat, och svaret väntar på godkännande
ui-next-stop = Stoppa marknadsföringen och skriv vad som är stoppat
letter-name-marketing_stopped = Marknadsföring stoppad
error-stopped-channel = Välj vad som är stoppat
error-stopped-first = Skriv på sidan ”Stoppat” vad som är stoppat och när. Det blir svaret.

stopped-email = nyhetsbrev och andra mejl
stopped-phone = telefonsamtal
stopped-sms = sms
stopped-post = brev och trycksaker
stopped-profiling = profiler för att välja vad vi skickar
stopped-photo_portrait = bilder från evenemang där du är motivet
stopped-photo_situation = bilder från evenemang där du är en av många
stopped-title = Marknadsföringen är stoppad
stopped-do = Stoppat
stopped-what = Vad är stoppat
stopped-rule = Här finns inget att väga, och det går inte att neka. Stoppa allt som personen menade, och är ni osäkra: alltihop.
stopped-newsletter = Adressen ska vara borta från alla nyhetsbrevslistor senast { $date }.
stopped-when = När
stopped-day = Dag
stopped-time = Tid
stopped-told = Vilka andra har ni bett sluta
stopped-recipients = Personuppgiftsbiträden i registret
stopped-others = Andra
stopped-others-hint = En per rad. Brevet nämner dem.
stopped-list = Spärrlista
stopped-list-kept = Dessa hamnar på listan som avtryck som ingen kan läsa: { $addresses }.
stopped-list-none = Personen har varken gett mejl eller telefon, så inget hamnar på listan av sig självt.
stopped-list-more = Fler adresser vi har
stopped-list-more-hint = Mejl eller telefon, en per rad: dem som marknadsföringen gick till.

suppression-title = Spärrlista
suppression-more = De på listan får inte få marknadsföring. Den rymmer bara avtryck: man kan fråga om en adress men inte läsa igenom listan. Den finns kvar när ärendet är raderat.
suppression-count-email =
    { $n ->
        [one] { $n } mejladress
       *[other] { $n } mejladresser
    }
suppression-count-phone =
    { $n ->
        [one] { $n } telefonnummer
       *[other] { $n } telefonnummer
    }
suppression-address = Mejl eller telefon
suppression-address-hint = Att någon har frågat står i granskningsspåret. Adressen gör det inte.
suppression-look = Finns den på listan?
suppression-reason = Skäl
suppression-reason-hint = Behövs för att lägga till eller ta bort. För att ta bort ska personen själv ha bett om marknadsföring igen: skriv när och hur.
suppression-add = Lägg till
suppression-lift = Ta bort
suppression-is_on = Den finns på listan
suppression-is_off = Den finns inte på listan
suppression-origin-case = tillagd när ett ärende besvarades
suppression-origin-link = tillagd när någon tryckte på en länk i ett mejl
suppression-origin-desk = tillagd av en medarbetare
suppression-lifted = borttagen
suppression-did-added = Tillagd
suppression-did-was_on = Den fanns redan på listan
suppression-did-lifted = Borttagen
error-suppression-address = Det är varken en mejladress eller ett telefonnummer
error-suppression-not_on = Den finns inte på listan

stop-ask-title = Stoppa mejlen
stop-ask-marketing_objection = { $controller } slutar med all direkt marknadsföring till
stop-ask-consent_withdrawal = Du tar tillbaka ditt samtycke till mejl från { $controller } för
stop-ask-more = Ett tryck räcker. Du behöver varken logga in eller ange skäl.
stop-do-marketing_objection = Stoppa marknadsföring
stop-do-consent_withdrawal = Ta tillbaka samtycket
stop-done-title = Det är stoppat
stop-done-marketing_objection = Från och med nu skickar { $controller } ingen marknadsföring till
stop-done-consent_withdrawal = Ditt samtycke är återkallat. Från och med nu skickar { $controller } inget som bygger på det till
stop-done-list = Ett avtryck av din adress finns på listan över dem som inte får få marknadsföring. Det går inte att läsa och finns där så att det förblir stoppat.
stop-done-rest = En medarbetare stoppar resten (samtal, brev och dem som gör utskick åt oss) senast nästa arbetsdag och skriver till dig när det är gjort.
stop-done-printed = Det som redan är tryckt eller på väg kan fortfarande komma fram.
stop-done-reference = Ditt ärendenummer:
stop-before-title = Det var redan stoppat
stop-before-more = Du har gjort det tidigare. Det kommer ingen marknadsföring till
stop-unknown-title = Länken fungerar inte
stop-unknown-more = Kanske har den delats i mejlet. Du kan stoppa marknadsföring på ett annat sätt, och det gäller lika mycket.
stop-words-marketing_objection = Jag har tryckt på den länk i ett mejl som stoppar marknadsföring.
stop-words-consent_withdrawal = Jag har tryckt på den länk i ett mejl som tar tillbaka mitt samtycke.
error-api-language = Organisationen svarar inte på det språket
error-form-empty = Här behöver något stå
