### The desk: the door, entering, the history.

error-otp-wrong = Koden stämmer inte, eller så är den använd. Vänta på nästa.
error-password-common = Det lösenordet är lätt att gissa. Välj ett annat, gärna flera ord efter varandra.
error-password-own-words = Ditt namn, din adress och organisationens namn får inte stå i lösenordet. Välj ett annat.
error-password-different = De två lösenorden är inte lika. Skriv samma två gånger.
error-colleague = Välj en kollega som arbetar med ärenden
error-receipt-mail = Skriv en e-postadress, eller välj att skriva ut kvittot
error-file-several = Välj en fil. Skicka fler på ärendets sida.
ui-scan-hint = PDF, JPEG, PNG eller text, högst { $max } MB. En fil.
ui-about-staff = Gäller ärendet någon av oss?
ui-about-staff-hint = Den kollegan ser aldrig ärendet. Andra ser det bara om de är GDPR-ansvariga eller arbetar med det.
ui-about-staff-none = Nej
id-2-accepted = Lägre nivå godtagen av den GDPR-ansvariga
event-submit_for_review-done_plain = Skickad för granskning: { $outcome }
event-task_nothing-done_plain = { $holder } svarade: inget funnet
event-other-done = Ett steg från en annan version av programmet
history-left_out =
    { $n ->
        [one] Kedjan har { $n } post till: den talar om vem som läste ärendet.
       *[other] Kedjan har { $n } poster till: de talar om vem som läste ärendet.
    }
history-left_out-older = Här står de { $shown } senaste. Kedjan har { $n } till, som är äldre eller talar om vem som läste ärendet.
finding-by_hand = Hittat för hand
collect-hand-more = System som Indsigt inte kan söka i, och kollegor som vet något. Lämna fälten tomma om det inte finns några.
collect-add = Lägg till ett ställe till
fault-settings = Källan är fel inställd. Den som driver Indsigt ser varför med ”indsigt doctor”.
fault-unreachable = Det går inte att nå källan. Försök igen om en stund.
fault-tls = Det går inte att få en säker förbindelse till källan. Den som driver Indsigt behöver se över certifikatet.
fault-sign_in = Källan nekar vårt användarnamn eller lösenord. Den som driver Indsigt behöver rätta dem.
fault-denied = Vi får inte läsa en av källans tabeller. Den som driver källan behöver ge oss rätt till det.
fault-changed = Källan har ändrats och stämmer inte längre med sin datakarta. Den som driver Indsigt ser vad med ”indsigt doctor”.
fault-too_slow = Källan svarade inte inom den tid som är satt. Försök igen om en stund.
fault-too_many_records = Källan har fler poster om personen än gränsen tillåter. Den som driver Indsigt kan höja den.
fault-value_too_large = Källan har en uppgift som är för stor att hämta. Sök fram den för hand.
fault-record_gone = Posten som valdes finns inte längre i källan. Slå upp personen igen.
fault-interrupted = Förbindelsen bröts medan källan lästes. Inget sparades. Försök igen.
fault-database = Källans databas svarade med ett fel. Loggen säger vilket.
fault-storing = Källan lästes, men fyndet gick inte att spara här. Disken kan vara full.
fault-not_configured = Källan är inte längre ansluten till Indsigt. Leta för hand.
fault-other = Källan gick inte att söka i. Loggen säger varför.
error-source-away = En källa går inte att söka i just nu, så det är inte säkert vad den har. Försök igen om en stund.
task-by_hand_instead = Försök igen, eller leta själv i systemet och svara nedan.
send-typed_kept = Inget är skickat än. Det du skrev står här igen: se igenom det och skicka.
as-person-note = Så här ser personen ärendet just nu. Här kan du bara läsa.
as-person-back = Tillbaka till ärendet
look-up-keep = Kom ihåg valet till insamlingen
error-record-none = Kryssa för den post som är personen, eller välj att ingen av dem är det
error-record-ticked = Du har kryssat för en post. Ta bort krysset eller minns valet.
event-records_chosen-done =
    { $n ->
        [0] Ingen av de hittade posterna är personen
        [one] { $n } post vald som personens
       *[other] { $n } poster valda som personens
    }
flag-unsure = Var inte säker: läs vad personen skrev
reclassify-now = Nu står det
reclassify-words = Det här skrev personen
reclassify-no_words = Personen skrev inget.
reclassify-is = Vad är det då?
reclassify-drops_answer = Svaret som är skrivet tas bort: det hör till den andra rättigheten.
reclassify-then = Datumen räknas om från den dag ni tog emot det. Personen får ett rättat kvitto.
error-right-none = Välj vad det är
finding-text = Text
ui-doings-more = Annat du kan göra
