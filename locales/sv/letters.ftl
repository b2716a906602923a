### Sentences for letters.

letter-complaint = Du har rätt att lämna in ett klagomål till { $authority }, { $address }, { $web }.
letter-complaint-dk = Du har rätt att lämna in ett klagomål till den danska tillsynsmyndigheten Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, Danmark, www.datatilsynet.dk.
letter-complaint-se = Du har rätt att lämna in ett klagomål till Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, www.imy.se.
letter-complaint-elsewhere = Bor eller arbetar du i ett annat EU-land kan du i stället klaga hos myndigheten där.
letter-court = Du har också rätt att väcka talan i domstol.
letter-extension = Vi behöver mer tid. Vi förlänger svarstiden till { $date } eftersom { $reasons } (artikel 12.3 i dataskyddsförordningen).
letter-extension-law = Det är högst tre månader från den dag då vi tog emot din begäran.
letter-identity = Vi är osäkra på vem du är eftersom { $reason }. Därför ber vi dig om { $item }, och inget mer (artikel 12.6 i dataskyddsförordningen).
letter-identity-document = Skickar du en bild av en legitimation, täck över allt utom { $fields }. Vi tittar på den, antecknar att vi har sett den och raderar filen.
letter-identity-clock = Tiden står stilla från i dag tills du svarar. Svarar du inte senast { $date } tar vi ställning ändå.
letter-identity-clock_runs = Tiden löper medan vi väntar.
letter-rights_list = Du kan också begära att vi rättar eller raderar uppgifterna eller begränsar behandlingen, eller invända mot den.
letter-receipt = Vi tog emot din begäran { $date }.
letter-receipt-dates = Du får svar senast { $promise_date }. Enligt lagen har vi på oss till { $law_date }.
letter-receipt-one_date = Du får svar senast { $law_date }.
letter-reply_thanks =
    { $n ->
        [one] Tack för ditt svar. Vi väntade { $n } dag, så det nya datumet är { $date }.
       *[other] Tack för ditt svar. Vi väntade { $n } dagar, så det nya datumet är { $date }.
    }
letter-reminder = Vi har inte hört något från dig. Vi väntar på { $item } och kommer inte vidare utan det.
letter-no_data-more = Har du använt en annan e-postadress, ett annat nummer eller ett annat namn kan du skriva det, så letar vi igen.
letter-withdrawn-undo = Ångrar du dig kan du säga till senast { $date }. Då fortsätter vi som om inget hade hänt, och datumet är detsamma.
letter-link-not_you = Om du inte har bett om detta ska du inte öppna länken. Ring oss på { $phone }.

## The frame of every letter, and the authorities.

letter-greeting = Hej { $name }
letter-greeting_plain = Hej
letter-close = Med vänlig hälsning
letter-frame-reference = Ärendenummer: { $reference }
letter-frame-date = Datum: { $day }
letter-frame-contact = Kontakt: { $contact }
letter-frame-follow = Följ ärendet och skriv till oss: { $link }
letter-frame-answers = Svara inte på det här mejlet med personnummer, pass eller uppgifter om hälsa.
letter-frame-staff = Det här mejlet kommer från organisationens ärendesystem för dataskydd.
authority-DK-name = den danska tillsynsmyndigheten Datatilsynet
authority-SE-name = Integritetsskyddsmyndigheten (IMY)
country-DK = Danmark
country-SE = Sverige
