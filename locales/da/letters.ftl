### Sentences for letters.

letter-complaint = Du kan klage til { $authority }, { $address }, { $web }.
letter-complaint-dk = Du kan klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, www.datatilsynet.dk.
letter-complaint-se = Du kan klage til den svenske tilsynsmyndighed, Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, Sverige, www.imy.se.
letter-complaint-elsewhere = Bor eller arbejder du i et andet EU-land, kan du i stedet klage til myndigheden dér.
letter-court = Du kan også indbringe sagen for domstolene.
letter-appeal-se_public = Du kan klage over afgørelsen til { $court }. Skriv, hvilken afgørelse du klager over, og hvad du vil have ændret. Send det til os, { $address }, senest tre uger efter den dag, du fik afgørelsen.
letter-reasons = Vi har ikke imødekommet din anmodning om { $right }, fordi { $reason } (databeskyttelsesforordningens artikel { $article }).
letter-reasons_part = Vi har gjort det, du bad om, med én undtagelse: { $what }. { $ground_sentence }
letter-extension = Vi har brug for mere tid. Vi forlænger fristen til { $date }, fordi { $reasons } (databeskyttelsesforordningens artikel 12, stk. 3).
letter-extension-law = Det er højst tre måneder fra den dag, vi modtog din anmodning.
letter-extension_correction = Vi skrev den { $day }, at vi havde brug for mere tid. Det var en fejl. Du får svar senest { $date }.
letter-identity = Vi er i tvivl om, hvem du er, fordi { $reason }. Derfor beder vi dig om { $item }, og ikke om mere (databeskyttelsesforordningens artikel 12, stk. 6).
letter-identity-how = Nemmest: skriv koden, vi har sendt til { $masked }, på sagens side.
letter-identity-document = Sender du et billede af legitimation, så dæk alt til undtagen { $fields }. Vi ser på det, noterer, at vi har set det, og sletter filen.
letter-identity-clock = Fristen står stille fra i dag, og til du svarer. Svarer du ikke senest { $date }, tager vi stilling uden.
letter-identity-clock_runs = Fristen løber, mens vi venter.
letter-scope = Vi har mange oplysninger om dig. Hvad gælder det? Du må gerne svare ”det hele”.
letter-backup = Oplysningerne kan ligge i sikkerhedskopier, til de overskrives, senest { $date }. Vi lægger dem ikke tilbage i brug.
letter-lift = Vi ophæver begrænsningen { $date }, fordi { $reason }. Derefter bruger vi igen oplysningerne til { $purpose } (databeskyttelsesforordningens artikel 18, stk. 3).
letter-object = Du har ret til at gøre indsigelse mod, at vi bruger dine oplysninger til { $purpose }, og altid mod direkte markedsføring (databeskyttelsesforordningens artikel 21).
letter-object-how = Skriv til { $email }, ring på { $phone }, eller tryk her: { $link }.
letter-rights_list = Du kan også bede os om at rette eller slette oplysningerne, begrænse brugen eller gøre indsigelse.
letter-recipients_told = Vi har givet besked til dem, vi har delt oplysningerne med. Du kan få at vide, hvem de er.
letter-receipt = Vi modtog din anmodning { $date }.
letter-receipt-dates = Du får svar senest { $promise_date }. Loven giver os frist til { $law_date }.
letter-receipt-one_date = Du får svar senest { $law_date }.
letter-receipt-understood = Sådan har vi forstået dig: { $rights }. Har vi misforstået noget, så sig til.
letter-receipt-marketing = Reklame er stoppet allerede. Det, der er trykt eller på vej, kan stadig nå frem.
letter-reply_thanks =
    { $n ->
        [one] Tak for dit svar. Vi ventede { $n } dag, så den nye dato er { $date }.
       *[other] Tak for dit svar. Vi ventede { $n } dage, så den nye dato er { $date }.
    }
letter-reminder = Vi har ikke hørt fra dig. Vi venter på { $item } og kan ikke komme videre uden.
letter-access-yes = Ja, vi har oplysninger om dig. Brevet forklarer, hvorfra vi har dem, og hvad vi bruger dem til. Oplysningerne selv ligger i pakken.
letter-access-redacted =
    { $n ->
        [one] { $n } sted er streget over, fordi det handler om andre (databeskyttelsesforordningens artikel 15, stk. 4).
       *[other] { $n } steder er streget over, fordi de handler om andre (databeskyttelsesforordningens artikel 15, stk. 4).
    }
letter-no_data = Vi har ikke noget om dig. Vi har ledt i { $where } efter { $identifiers }, sidst { $date }.
letter-no_data-more = Har du brugt en anden mail, et andet nummer eller et andet navn, så skriv det, og vi leder igen.
letter-no_data-controller = Måske har { $controller } oplysninger om dig. Spørg dem her: { $contact }.
letter-rectified = Vi rettede { $field } fra ”{ $old }” til ”{ $new }” { $date }.
letter-statement = Vi har lagt din udtalelse ved oplysningen, så den følger med, når oplysningen bliver læst.
letter-erased = Vi slettede { $what } i { $where } { $date }.
letter-erased-kept = Vi har beholdt { $what } til { $until }, fordi { $reason }.
letter-erased-public = Vi har bedt { $recipients } om at slette links til og kopier af det, der var offentligt (databeskyttelsesforordningens artikel 17, stk. 2).
letter-suppression = For at kunne huske dit nej gemmer vi { $identifier } på en spærreliste og bruger den kun til det.
letter-restricted = Fra { $date } gemmer vi kun { $what } og bruger det ikke til andet, medmindre du siger ja, et retskrav kræver det, eller det beskytter andre. Vi skriver til dig, før det ophører (databeskyttelsesforordningens artikel 18).
letter-portability = Filen indeholder { $contents } i formatet { $format }.
letter-portability-sent = Vi sendte filen direkte til { $recipient } { $date }.
letter-objection-upheld = Du har ret. Vi holdt op med at bruge dine oplysninger til { $purpose } { $date }. Vil du også have dem slettet, så sig til.
letter-objection-paused = Mens vi ser på det, bruger vi ikke oplysningerne til { $purpose }.
letter-marketing-stopped = Vi holdt op med at sende dig reklame { $date }. Vores samarbejdspartnere har fået besked.
letter-human_review = { $function } har set på afgørelsen, læst det, du skrev, og kan ændre den. Resultatet er: { $result }, fordi { $reason }.
letter-consent-withdrawn = Dit samtykke til { $consent } blev trukket tilbage { $date }. Det, vi gjorde før, var lovligt. Fra nu af gør vi det ikke mere.
letter-forwarded = Din anmodning gælder oplysninger, som vi kun har på vegne af { $controller }. Vi sendte den videre { $date }. De skal svare dig: { $contact }.
letter-forwarded-unnamed = Den, der bestemmer over oplysningerne, er en af vores kunder. Vi må ikke sige hvilken. Spørg den virksomhed eller myndighed, du har brugt.
letter-not_a_request = Det, du skrev, læser vi som { $what }. Vi har sendt det til { $where }. Var det en anmodning om dine egne oplysninger, så sig til, og vi begynder fra den dag, du skrev.
letter-withdrawn = Du trak anmodningen om { $right } tilbage { $date }.
letter-withdrawn-undo = Fortryder du, så sig til senest { $date }. Så fortsætter vi, som om intet var sket, og datoen er den samme.
letter-late = Undskyld. Du skulle have haft svar senest { $date }. { $reason } Du får svar senest { $new_date }, og du kan klage allerede nu:
letter-late_answer = Undskyld, at svaret kommer for sent. Det skulle være kommet senest { $date }. { $reason }
letter-lapsed = Vi har lukket sagen, fordi vi ikke har hørt fra dig siden { $date }. Du kan altid sende en ny anmodning; den får sin egen frist.
letter-reopened = Vi lukkede din sag ved en fejl og arbejder på den igen. Den gamle dato gælder: { $date }.
letter-complaint_received = Vi har modtaget din klage. { $person_or_function } svarer dig senest { $date }. Du kan også klage til { $authority } med det samme.
letter-representative-missing = Du skriver for { $person }. Vi mangler { $missing }, før vi kan svare dig. Har vi ikke fået det senest { $date }, svarer vi { $person } direkte.
letter-paper_copy = Vil du have det på papir, sender vi det gratis. En kopi mere kan koste { $amount }.
letter-link = Dit svar er klar: { $link } Linket virker til { $date }. Koden kommer for sig selv.
letter-code = Din kode: { $code } Skriv den på den side, du fik i en mail. Vi beder aldrig om den i telefonen.
letter-code-post = Din kode: { $code } Skriv den på sagens side, { $url }. Koden virker til { $date }.
letter-link-not_you = Har du ikke bedt om det, så åbn ikke linket, og ring til os på { $phone }.
letter-link-changed = Vi har sendt et nyt link. Det gamle er lukket.

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
