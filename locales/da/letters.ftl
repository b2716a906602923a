### Sentences for letters.

letter-complaint = Du kan klage til { $authority }, { $address }, { $web }.
letter-complaint-dk = Du kan klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, www.datatilsynet.dk.
letter-complaint-se = Du kan klage til den svenske tilsynsmyndighed, Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, Sverige, www.imy.se.
letter-complaint-elsewhere = Bor eller arbejder du i et andet EU-land, kan du i stedet klage til myndigheden dér.
letter-court = Du kan også indbringe sagen for domstolene.
letter-extension = Vi har brug for mere tid. Vi forlænger fristen til { $date }, fordi { $reasons } (databeskyttelsesforordningens artikel 12, stk. 3).
letter-extension-law = Det er højst tre måneder fra den dag, vi modtog din anmodning.
letter-identity = Vi er i tvivl om, hvem du er, fordi { $reason }. Derfor beder vi dig om { $item }, og ikke om mere (databeskyttelsesforordningens artikel 12, stk. 6).
letter-identity-document = Sender du et billede af legitimation, så dæk alt til undtagen { $fields }. Vi ser på det, noterer, at vi har set det, og sletter filen.
letter-identity-clock = Fristen står stille fra i dag, og til du svarer. Svarer du ikke senest { $date }, tager vi stilling uden dit svar.
letter-identity-clock_runs = Fristen løber, mens vi venter.
letter-rights_list = Du kan også bede os om at rette eller slette oplysningerne, begrænse brugen eller gøre indsigelse.
letter-receipt = Vi modtog din anmodning { $date }.
letter-receipt-dates = Du får svar senest { $promise_date }. Loven giver os frist til { $law_date }.
letter-receipt-one_date = Du får svar senest { $law_date }.
letter-reply_thanks =
    { $n ->
        [one] Tak for dit svar. Vi ventede { $n } dag, så den nye dato er { $date }.
       *[other] Tak for dit svar. Vi ventede { $n } dage, så den nye dato er { $date }.
    }
letter-reminder = Vi har ikke hørt fra dig. Vi venter på { $item } og kan ikke komme videre uden.
letter-no_data-more = Har du brugt en anden mailadresse, et andet nummer eller et andet navn, så skriv det, og vi leder igen.
letter-withdrawn-undo = Fortryder du, så sig til senest { $date }. Så fortsætter vi, som om intet var sket, og datoen er den samme.
letter-link-not_you = Har du ikke bedt om det, så åbn ikke linket, og ring til os på { $phone }.

## The frame of every letter, and the authorities.

letter-greeting = Kære { $name }
letter-greeting_plain = Hej
letter-close = Venlig hilsen
letter-frame-reference = Sagsnummer: { $reference }
letter-frame-date = Dato: { $day }
letter-frame-contact = Kontakt: { $contact }
letter-frame-follow = Følg sagen, og skriv til os: { $link }
letter-frame-answers = Svar ikke på denne mail med CPR-nummer, pas eller oplysninger om helbred.
letter-frame-staff = Denne mail kommer fra organisationens sagssystem til databeskyttelse.
authority-DK-name = Datatilsynet
authority-SE-name = den svenske tilsynsmyndighed, Integritetsskyddsmyndigheten (IMY)
country-DK = Danmark
country-SE = Sverige
