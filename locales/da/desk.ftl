### The desk: the door, entering, the history.

error-otp-wrong = Koden passer ikke, eller den er brugt. Vent på den næste.
error-password-common = Den adgangskode er let at gætte. Vælg en anden, gerne flere ord efter hinanden.
error-password-own-words = Dit navn, din adresse og organisationens navn må ikke stå i adgangskoden. Vælg en anden.
error-password-different = De to adgangskoder er ikke ens. Skriv den samme to gange.
error-colleague = Vælg en kollega, der arbejder på sager
error-receipt-mail = Skriv en mailadresse, eller vælg at printe kvitteringen
error-file-several = Vælg én fil. Send flere på sagens side.
ui-scan-hint = PDF, JPEG, PNG eller tekst, højst { $max } MB. Én fil.
ui-about-staff = Handler sagen om en af os?
ui-about-staff-hint = Den kollega ser aldrig sagen. Andre ser den kun, hvis de er GDPR-ansvarlige eller arbejder på den.
ui-about-staff-none = Nej
id-2-accepted = Lavere niveau godkendt af den GDPR-ansvarlige
event-submit_for_review-done_plain = Sendt til gennemsyn: { $outcome }
event-task_nothing-done_plain = { $holder } svarede: intet fundet
event-other-done = Et skridt fra en anden version af programmet
history-left_out =
    { $n ->
        [one] Kæden har { $n } post til: den fortæller, hvem der læste sagen.
       *[other] Kæden har { $n } poster til: de fortæller, hvem der læste sagen.
    }
history-left_out-older = Her står de nyeste { $shown }. Kæden har { $n } til, som er ældre eller fortæller, hvem der læste sagen.
finding-by_hand = Fundet manuelt
collect-hand-more = Systemer, Indsigt ikke kan slå op i, og kolleger, der ved noget. Lad felterne stå tomme, hvis der ingen er.
collect-add = Tilføj et sted mere
fault-settings = Kilden er sat forkert op. Den, der driver Indsigt, kan se hvorfor med ”indsigt doctor”.
fault-unreachable = Der er ingen forbindelse til kilden. Prøv igen om lidt.
fault-tls = Der kan ikke oprettes en sikker forbindelse til kilden. Den, der driver Indsigt, skal se på certifikatet.
fault-sign_in = Kilden afviser vores brugernavn eller adgangskode. Den, der driver Indsigt, skal rette dem.
fault-denied = Vi må ikke læse en af kildens tabeller. Den, der driver kilden, skal give adgang.
fault-changed = Kilden er ændret, så den ikke længere passer til sit datakort. Den, der driver Indsigt, ser hvad med ”indsigt doctor”.
fault-too_slow = Kilden svarede ikke inden for den tid, der er sat. Prøv igen om lidt.
fault-too_many_records = Kilden har flere poster om personen, end grænsen tillader. Den, der driver Indsigt, kan hæve den.
fault-value_too_large = Kilden har én oplysning, der er for stor til at hente. Find den manuelt.
fault-record_gone = Den post, der blev valgt, er ikke længere i kilden. Slå personen op igen.
fault-interrupted = Forbindelsen røg, mens kilden blev læst. Intet blev gemt. Prøv igen.
fault-database = Kildens database svarede med en fejl. Loggen siger hvilken.
fault-storing = Kilden blev læst, men fundet kunne ikke gemmes her. Måske er disken fuld.
fault-not_configured = Kilden er ikke forbundet med Indsigt mere. Led manuelt.
fault-other = Kilden kunne ikke gennemsøges. Loggen siger hvorfor.
error-source-away = En kilde kan ikke gennemsøges lige nu, så det er ikke sikkert, hvad den har. Prøv igen om lidt.
task-by_hand_instead = Prøv igen, eller led selv i systemet og svar herunder.
send-typed_kept = Intet er sendt endnu. Det, du skrev, står her igen: se det igennem, og send.
as-person-note = Sådan ser personen sagen lige nu. Her kan du kun læse.
as-person-back = Tilbage til sagen
look-up-keep = Husk valget til indsamlingen
error-record-none = Sæt kryds ved den post, der er personen, eller vælg, at ingen af dem er
error-record-ticked = Du har sat kryds ved en post. Fjern krydset, eller husk valget.
event-records_chosen-done =
    { $n ->
        [0] Ingen af de fundne poster er personen
        [one] { $n } post valgt som personens
       *[other] { $n } poster valgt som personens
    }
flag-unsure = Var ikke sikker: læs, hvad personen skrev
reclassify-now = Nu står der
reclassify-words = Det skrev personen
reclassify-no_words = Personen skrev ikke noget.
reclassify-is = Hvad er det så?
reclassify-drops_answer = Det svar, der er skrevet, bliver slettet: det hører til den anden rettighed.
reclassify-then = Datoerne regnes om fra den dag, I modtog det. Personen får en rettet kvittering.
error-right-none = Vælg, hvad det er
finding-text = Tekst
ui-doings-more = Andet, du kan gøre
