### The desk: the door, entering, the history.

error-otp-wrong = Koden passer ikke, eller den er brugt. Vent på den næste.
error-password-common = Den adgangskode står på lister over stjålne adgangskoder. Vælg en anden.
error-password-own-words = Dit navn, din adresse og organisationens navn må ikke stå i adgangskoden. Vælg en anden.
error-password-different = De to adgangskoder er ikke ens. Skriv den samme to gange.
error-colleague = Vælg en kollega, der arbejder på sager
error-receipt-mail = Skriv en mailadresse, eller vælg at printe kvitteringen
error-file-several = Vælg én fil. Send flere på sagens side.
ui-scan-hint = PDF, JPEG, PNG eller tekst, højst 10 MB. Én fil.
ui-about-staff = Handler sagen om en af os?
ui-about-staff-hint = Den kollega ser aldrig sagen. Andre ser den kun, hvis de er GDPR-ansvarlige eller arbejder på den.
ui-about-staff-none = Nej
id-2-accepted = Lavere niveau godkendt af den GDPR-ansvarlige
event-submit_for_review-done_plain = Sendt til gennemsyn: { $outcome }
event-task_nothing-done_plain = { $holder } svarede: intet fundet
event-other-done = Noteret: { $what }
