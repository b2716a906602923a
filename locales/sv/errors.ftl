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
error-about-long = Korta svaret med { $over } tecken
error-rectify-wrong = Skriv vad som är fel
error-rectify-right = Skriv vad det ska stå i stället
error-consent-which = Skriv vad du sa ja till, till exempel nyhetsbrevet
error-decision-which = Skriv vilket beslut det gäller
error-who-none = Välj vem du frågar för
error-name-empty = Skriv ditt namn
error-name-long = Korta namnet. Det finns plats för { $max } tecken.
error-rep-person = Skriv namnet på den som du frågar för
error-rep-authority = Bifoga fullmakten, eller välj att skicka den senare
error-contact-none = Skriv en e-postadress, ett telefonnummer eller en postadress så att vi kan svara dig
error-email-part = Skriv hela e-postadressen, till exempel namn@example.se
error-email-space = Ta bort mellanslaget i e-postadressen
error-email-two = Skriv bara en e-postadress
error-email-long = E-postadressen är för lång. Det finns plats för { $max } tecken.
error-email-guess = Menade du { $suggestion }? Ändra den, eller fortsätt med det du skrev.
error-phone-part = Skriv hela telefonnumret, till exempel 070-123 45 67 eller +45 12 34 56 78
error-phone-letters = Skriv bara siffror, mellanslag, bindestreck och + i telefonnumret
error-address-part = Skriv gata, postnummer och ort
error-postcode-dk = Ett danskt postnummer har fyra siffror
error-postcode-se = Ett svenskt postnummer har fem siffror
error-date-part = Skriv dag, månad och år, till exempel 29 10 2026
error-date-unreal = Det datumet finns inte. Kontrollera dag och månad.
error-date-future = Datumet ligger i framtiden. Skriv i dag eller tidigare.
error-date-old = Det är mer än 30 dagar sedan. Skriv varför.
error-date-order = Slutdatumet ligger före startdatumet
error-language-none = Välj ett språk
error-channel-none = Välj hur du vill få svaret
error-channel-needs = Skriv en { $kind } om du vill få svaret så
error-file-size = { $file } är för stor. Högst { $max } MB per fil.
error-file-total = Filerna är för stora tillsammans. Högst { $max } MB. Skicka resten på papper eller fråga oss.
error-file-count = Välj högst { $max } filer
error-file-kind = Vi kan inte öppna { $file }. Skicka PDF, JPEG, PNG eller text.
error-file-empty = { $file } är tom. Välj den igen.
error-file-locked = { $file } är låst med lösenord. Skicka den utan.
error-file-zip = Packa upp { $file } och skicka filerna var för sig
error-file-picture = Bilden { $file } har för många pixlar. Spara den mindre och försök igen.
error-message-empty = Skriv ett meddelande eller bifoga en fil
error-message-long = Korta meddelandet med { $over } tecken
error-form-old = Sidan har varit öppen för länge. Dina svar finns kvar: tryck på Skicka igen.
error-form-twice = Du har redan skickat den. Här är ditt kvitto.
error-form-changed = Du har skickat en annan version av samma formulär. Börja ett nytt om du vill be om mer.
error-form-not_saved = Vi har inte tagit emot det ännu. Försök igen om en stund eller ring { $phone }.
error-form-busy =
    { $n ->
        [one] Många skriver just nu. Din webbläsare räknar i cirka { $n } sekund; vänta tills sidan går vidare.
       *[other] Många skriver just nu. Din webbläsare räknar i cirka { $n } sekunder; vänta tills sidan går vidare.
    }
error-confirm = Kryssa i rutan innan du fortsätter
error-reference-part = Skriv hela ärendenumret, till exempel K7QF-2M9D
error-reference-typo = Ett tecken i ärendenumret är fel. Kontrollera kvittot.
error-case-no_match = Ärendenummer och kod hör inte ihop. Kontrollera kvittot.
error-code-empty = Skriv koden
error-code-length = Koden har åtta siffror. Du har skrivit { $n }.
error-code-wrong = Koden stämmer inte. Du har { $n } försök kvar.
error-code-old = Koden är för gammal. Hämta en ny.
error-code-used = Koden är använd. Hämta en ny.
error-code-blocked = För många försök. Försök igen { $date } { $time } eller ring { $phone }.
error-code-mails =
    { $n ->
        [one] Vi har skickat { $n } kod den senaste timmen. Använd den senaste eller vänta till { $time }.
       *[other] Vi har skickat { $n } koder den senaste timmen. Använd den senaste eller vänta till { $time }.
    }
error-link-old = Länken är stängd. Be om en ny.
error-signin-email = Skriv din e-postadress
error-signin-password = Skriv ditt lösenord
error-signin-otp = Skriv de sex siffrorna
error-signin-wrong = E-post, lösenord eller kod är fel
error-signin-wait =
    { $n ->
        [one] Du kan försöka igen om { $n } sekund.
       *[other] Du kan försöka igen om { $n } sekunder.
    }
error-signin-clock = Koden stämmer inte med klockan. Ställ klockan i telefonen och försök igen.
error-signin-sso = Din organisation svarade inte. Försök igen eller logga in med lösenord.
error-signin-sso_unknown = Du är inloggad men har ingen plats här. Fråga din administratör.
error-signin-ended = Du har varit borta för länge. Logga in igen; ditt utkast är sparat.
error-signin-step_up = Bekräfta med en ny kod att det är du
error-password-short = Välj minst 12 tecken. Flera ord efter varandra är bra.
error-password-long = Högst 128 tecken
error-password-known = Det lösenordet finns på listor över stulna lösenord. Välj ett annat.
error-password-differs = Lösenorden är inte lika
error-invite-old = Inbjudan gäller inte längre. Be om en ny.
error-staff-received = Skriv när ni tog emot det
error-staff-channel = Välj hur det kom in
error-staff-ground = Välj en grund
error-staff-reason = Skriv skälet så att personen förstår det
error-staff-until = Skriv hur länge { $what } sparas
error-staff-doubt = Skriv varför du är osäker
error-staff-self = Du skrev svaret. Någon annan måste godkänna det.
error-staff-slot = { $slot } saknas i brevet
error-staff-number = Brevet innehåller ett personnummer. Ta bort det eller skicka brevet som krypterad fil.
