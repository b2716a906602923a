### What the form and sign-in say when something is missing or wrong.

error-prefix = Fel:
error-summary =
    { $n ->
        [one] En sak behöver rättas
       *[other] { $n } saker behöver rättas
    }
error-kept = Det du har skrivit finns kvar.
error-rights-none = Välj minst en sak, eller välj ”Jag är osäker”
error-objecting-none = Välj vad du vill säga nej till
error-words-empty = Skriv kort vad du vill att vi ska göra
error-words-long = Korta texten med { $over } tecken. Det finns plats för { $max }.
error-rectify-wrong = Skriv vad som är fel
error-rectify-right = Skriv vad det ska stå i stället
error-consent-which = Skriv vad du sa ja till, till exempel nyhetsbrevet
error-decision-which = Skriv vilket beslut det gäller
error-who-none = Välj vem du frågar för
error-name-empty = Skriv ditt namn
error-name-long = Korta namnet. Det finns plats för { $max } tecken.
error-rep-person = Skriv namnet på den som du frågar för
error-contact-none = Skriv en e-postadress, ett telefonnummer eller en postadress så att vi kan svara dig
error-email-part = Skriv hela e-postadressen, till exempel namn@example.se
error-email-space = Ta bort mellanslaget i e-postadressen
error-email-two = Skriv bara en e-postadress
error-email-long = E-postadressen är för lång. Det finns plats för { $max } tecken.
error-email-guess = Menade du { $suggestion }? Ändra den, eller fortsätt med det du skrev.
error-phone-part = Skriv hela telefonnumret, till exempel 070-123 45 67 eller +45 12 34 56 78
error-phone-letters = Skriv bara siffror, mellanslag, bindestreck och + i telefonnumret
error-date-unreal = Det datumet finns inte. Kontrollera dag och månad.
error-date-future = Datumet ligger i framtiden. Skriv i dag eller tidigare.
error-date-old = Det är mer än 30 dagar sedan. Skriv varför ärendet läggs upp först nu.
error-file-size = { $file } är för stor. Högst { $max } MB per fil.
error-file-count =
    { $max ->
        [one] Välj högst { $max } fil
       *[other] Välj högst { $max } filer
    }
error-file-kind = Vi kan inte öppna { $file }. Skicka PDF, JPEG, PNG eller text.
error-file-pixels = { $file } är en bild med över 40 miljoner bildpunkter. Spara den mindre och skicka den igen.
error-message-empty = Skriv ett meddelande eller bifoga en fil
error-message-long = Korta meddelandet med { $over } tecken
error-form-old = Sidan har varit öppen för länge. Dina svar finns kvar: tryck på knappen igen.
error-form-twice = Du har redan skickat den. Här är ditt kvitto.
error-confirm = Kryssa i rutan innan du fortsätter
error-reference-part = Skriv hela ärendenumret, till exempel K7QF-2M9D
error-case-no_match = Ärendenummer och kod hör inte ihop. Kontrollera kvittot.
error-code-empty = Skriv koden
error-code-wrong = Koden stämmer inte. Du har { $n } försök kvar.
error-signin-email = Skriv din e-postadress
error-signin-password = Skriv ditt lösenord
error-signin-otp = Skriv de sex siffrorna
error-signin-wrong = E-post, lösenord eller kod är fel
error-signin-wait =
    { $n ->
        [one] Du kan försöka igen om { $n } sekund.
       *[other] Du kan försöka igen om { $n } sekunder.
    }
error-signin-ended = Du har varit borta för länge. Logga in igen; ditt utkast är sparat.
error-signin-step_up = Bekräfta med en ny kod att det är du
error-password-short = Välj minst 12 tecken. Flera ord efter varandra är bra.
error-password-long = Högst 128 tecken
error-invite-old = Inbjudan gäller inte längre. Be om en ny.
error-staff-received = Skriv när ni tog emot det
error-staff-channel = Välj hur begäran kom in
error-staff-reason = Skriv motiveringen så att personen förstår den
error-staff-doubt = Skriv varför du är osäker
error-staff-self = Du skrev svaret. Någon annan måste godkänna det.
