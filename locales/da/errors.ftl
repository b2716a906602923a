### What the form and sign-in say when something is missing or wrong.

error-prefix = Fejl:
error-summary =
    { $n ->
        [one] En ting skal rettes
       *[other] { $n } ting skal rettes
    }
error-kept = Det, du har skrevet, er her endnu.
error-rights-none = Vælg mindst én ting, eller vælg ”Jeg er i tvivl”
error-objecting-none = Vælg, hvad du vil sige nej til
error-words-empty = Skriv kort, hvad du gerne vil have os til
error-words-long = Gør teksten { $over } tegn kortere. Der er plads til { $max }.
error-rectify-wrong = Skriv, hvad der er forkert
error-rectify-right = Skriv, hvad der skal stå i stedet
error-consent-which = Skriv, hvad du sagde ja til, for eksempel nyhedsbrevet
error-decision-which = Skriv, hvilken afgørelse det gælder
error-who-none = Vælg, hvem du spørger for
error-name-empty = Skriv dit navn
error-name-long = Gør navnet kortere. Der er plads til { $max } tegn.
error-rep-person = Skriv navnet på den, du spørger for
error-contact-none = Skriv en mailadresse, et telefonnummer eller en postadresse, så vi kan svare dig
error-email-part = Skriv hele mailadressen, for eksempel navn@example.dk
error-email-space = Slet mellemrummet i mailadressen
error-email-two = Skriv kun én mailadresse
error-email-long = Mailadressen er for lang. Der er plads til { $max } tegn.
error-email-guess = Mente du { $suggestion }? Ret den, eller fortsæt med det, du skrev.
error-phone-part = Skriv hele telefonnummeret, for eksempel 12 34 56 78 eller +46 70 123 45 67
error-phone-letters = Skriv kun cifre, mellemrum, bindestreg og + i telefonnummeret
error-date-unreal = Den dato findes ikke. Se efter dag og måned.
error-date-future = Datoen ligger i fremtiden. Skriv i dag eller før.
error-date-old = Det er mere end 30 dage siden. Skriv, hvorfor sagen først oprettes nu.
error-file-size = { $file } er for stor. Højst { $max } MB pr. fil.
error-file-count =
    { $max ->
        [one] Vælg højst { $max } fil
       *[other] Vælg højst { $max } filer
    }
error-file-kind = { $file } kan vi ikke åbne. Send PDF, JPEG, PNG eller tekst.
error-file-pixels = { $file } er et billede med over 40 millioner punkter. Gem det mindre, og send det igen.
error-message-empty = Skriv en besked, eller vedhæft en fil
error-message-long = Gør beskeden { $over } tegn kortere
error-form-old = Siden har stået åben for længe. Dine svar er her endnu: tryk på knappen igen.
error-form-twice = Du har allerede sendt den. Her er din kvittering.
error-confirm = Sæt kryds, før du fortsætter
error-reference-part = Skriv hele sagsnummeret, for eksempel K7QF-2M9D
error-case-no_match = Sagsnummer og kode passer ikke sammen. Se efter på kvitteringen.
error-code-empty = Skriv koden
error-code-wrong = Koden er ikke rigtig. Du har { $n } forsøg tilbage.
error-signin-email = Skriv din mailadresse
error-signin-password = Skriv din adgangskode
error-signin-otp = Skriv de seks cifre
error-signin-wrong = Mail, adgangskode eller kode er forkert
error-signin-wait =
    { $n ->
        [one] Du kan prøve igen om { $n } sekund.
       *[other] Du kan prøve igen om { $n } sekunder.
    }
error-signin-ended = Du har været væk for længe. Log ind igen; dit udkast er gemt.
error-signin-step_up = Bekræft med en ny kode, at det er dig
error-password-short = Vælg mindst 12 tegn. Flere ord efter hinanden er godt.
error-password-long = Højst 128 tegn
error-invite-old = Invitationen er udløbet. Bed om en ny.
error-staff-received = Skriv, hvornår I modtog det
error-staff-channel = Vælg, hvordan anmodningen kom ind
error-staff-reason = Skriv begrundelsen, så personen kan forstå den
error-staff-doubt = Skriv, hvorfor du er i tvivl
error-staff-self = Du skrev svaret. En anden skal godkende det.
