### The desk: the door, entering, the history.

error-otp-wrong = Koden stämmer inte, eller så är den använd. Vänta på nästa.
error-password-common = Det lösenordet finns på listor över stulna lösenord. Välj ett annat.
error-password-own-words = Ditt namn, din adress och organisationens namn får inte stå i lösenordet. Välj ett annat.
error-password-different = De två lösenorden är inte lika. Skriv samma två gånger.
error-colleague = Välj en kollega som arbetar med ärenden
error-receipt-mail = Skriv en e-postadress, eller välj att skriva ut kvittot
error-file-several = Välj en fil. Skicka fler på ärendets sida.
ui-scan-hint = PDF, JPEG, PNG eller text, högst 10 MB. En fil.
ui-about-staff = Gäller ärendet någon av oss?
ui-about-staff-hint = Den kollegan ser aldrig ärendet. Andra ser det bara om de är GDPR-ansvariga eller arbetar med det.
ui-about-staff-none = Nej
id-2-accepted = Lägre nivå godtagen av den GDPR-ansvariga
event-submit_for_review-done_plain = Skickad för granskning: { $outcome }
event-task_nothing-done_plain = { $holder } svarade: inget funnet
event-other-done = Antecknat: { $what }
