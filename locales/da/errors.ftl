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
error-about-long = Gør svaret { $over } tegn kortere
error-rectify-wrong = Skriv, hvad der er forkert
error-rectify-right = Skriv, hvad der skal stå i stedet
error-consent-which = Skriv, hvad du sagde ja til, for eksempel nyhedsbrevet
error-decision-which = Skriv, hvilken afgørelse det gælder
error-who-none = Vælg, hvem du spørger for
error-name-empty = Skriv dit navn
error-name-long = Gør navnet kortere. Der er plads til { $max } tegn.
error-rep-person = Skriv navnet på den, du spørger for
error-rep-authority = Vedhæft fuldmagten, eller vælg at sende den senere
error-contact-none = Skriv en mail, et telefonnummer eller en adresse, så vi kan svare dig
error-email-part = Skriv hele mailadressen, for eksempel navn@example.dk
error-email-space = Slet mellemrummet i mailadressen
error-email-two = Skriv kun én mailadresse
error-email-long = Mailadressen er for lang. Der er plads til { $max } tegn.
error-email-guess = Mente du { $suggestion }? Ret den, eller fortsæt med det, du skrev.
error-phone-part = Skriv hele telefonnummeret, for eksempel 12 34 56 78 eller +46 70 123 45 67
error-phone-letters = Skriv kun tal, mellemrum og + i telefonnummeret
error-address-part = Skriv vej, postnummer og by
error-postcode-dk = Et dansk postnummer har fire cifre
error-postcode-se = Et svensk postnummer har fem cifre
error-date-part = Skriv dag, måned og år, for eksempel 29 10 2026
error-date-unreal = Den dato findes ikke. Se efter dag og måned.
error-date-future = Datoen ligger i fremtiden. Skriv i dag eller før.
error-date-old = Det er mere end 30 dage siden. Skriv hvorfor.
error-date-order = Slutdatoen ligger før startdatoen
error-language-none = Vælg et sprog
error-channel-none = Vælg, hvordan du vil have svaret
error-channel-needs = Skriv en { $kind }, når du vil have svaret sådan
error-file-size = { $file } er for stor. Højst { $max } MB pr. fil.
error-file-total = Filerne er for store tilsammen. Højst { $max } MB. Send resten på papir, eller spørg os.
error-file-count = Vælg højst { $max } filer
error-file-kind = { $file } kan vi ikke åbne. Send PDF, JPEG, PNG eller tekst.
error-file-empty = { $file } er tom. Vælg den igen.
error-file-locked = { $file } er låst med adgangskode. Send den uden.
error-file-zip = Pak { $file } ud, og send filerne hver for sig
error-file-picture = Billedet { $file } er for stort i pixel. Gem det mindre, og prøv igen.
error-message-empty = Skriv en besked, eller vedhæft en fil
error-message-long = Gør beskeden { $over } tegn kortere
error-form-old = Siden har stået åben for længe. Dine svar er her endnu: tryk på Send igen.
error-form-twice = Du har allerede sendt den. Her er din kvittering.
error-form-changed = Du har sendt en anden udgave af den samme formular. Begynd en ny, hvis du vil bede om mere.
error-form-not_saved = Vi har ikke modtaget det endnu. Prøv igen om lidt, eller ring på { $phone }.
error-form-busy =
    { $n ->
        [one] Mange skriver lige nu. Din browser regner i cirka { $n } sekund; vent, til siden går videre.
       *[other] Mange skriver lige nu. Din browser regner i cirka { $n } sekunder; vent, til siden går videre.
    }
error-confirm = Sæt kryds, før du fortsætter
error-reference-part = Skriv hele sagsnummeret, for eksempel K7QF-2M9D
error-reference-typo = Et tegn i sagsnummeret er forkert. Se efter på kvitteringen.
error-case-no_match = Sagsnummer og kode passer ikke sammen. Se efter på kvitteringen.
error-code-empty = Skriv koden
error-code-length = Koden har otte cifre. Du har skrevet { $n }.
error-code-wrong = Koden er ikke rigtig. Du har { $n } forsøg tilbage.
error-code-old = Koden er for gammel. Få en ny.
error-code-used = Koden er brugt. Få en ny.
error-code-blocked = For mange forsøg. Prøv igen { $date } { $time }, eller ring på { $phone }.
error-code-mails =
    { $n ->
        [one] Vi har sendt { $n } kode den sidste time. Brug den seneste, eller vent til { $time }.
       *[other] Vi har sendt { $n } koder den sidste time. Brug den seneste, eller vent til { $time }.
    }
error-link-old = Linket er lukket. Bed om et nyt.
error-signin-email = Skriv din mailadresse
error-signin-password = Skriv din adgangskode
error-signin-otp = Skriv de seks cifre
error-signin-wrong = Mail, adgangskode eller kode er forkert
error-signin-wait =
    { $n ->
        [one] Du kan prøve igen om { $n } sekund.
       *[other] Du kan prøve igen om { $n } sekunder.
    }
error-signin-clock = Koden passer ikke til klokkeslættet. Stil uret i telefonen, og prøv igen.
error-signin-sso = Din organisation svarede ikke. Prøv igen, eller log ind med adgangskode.
error-signin-sso_unknown = Du er logget ind, men har ingen plads her. Spørg din administrator.
error-signin-ended = Du har været væk for længe. Log ind igen; dit udkast er gemt.
error-signin-step_up = Bekræft med en ny kode, at det er dig
error-password-short = Vælg mindst 12 tegn. Flere ord efter hinanden er godt.
error-password-long = Højst 128 tegn
error-password-known = Den adgangskode står på lister over stjålne adgangskoder. Vælg en anden.
error-password-differs = De to adgangskoder er ikke ens
error-invite-old = Invitationen er udløbet. Bed om en ny.
error-staff-received = Skriv, hvornår I modtog det
error-staff-channel = Vælg, hvordan det kom
error-staff-ground = Vælg en grund
error-staff-reason = Skriv begrundelsen, så personen kan forstå den
error-staff-until = Skriv, hvor længe { $what } bliver gemt
error-staff-doubt = Skriv, hvorfor du er i tvivl
error-staff-self = Du skrev svaret. En anden skal godkende det.
error-staff-slot = { $slot } mangler i brevet
error-staff-number = Brevet indeholder et CPR-nummer. Slet det, eller send brevet som krypteret fil.
