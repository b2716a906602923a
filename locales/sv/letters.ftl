### Sentences for letters.

letter-complaint = Du har rätt att lämna in ett klagomål till { $authority }, { $address }, { $web }.
letter-complaint-dk = Du har rätt att lämna in ett klagomål till den danska tillsynsmyndigheten Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, Danmark, www.datatilsynet.dk.
letter-complaint-se = Du har rätt att lämna in ett klagomål till Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, www.imy.se.
letter-complaint-elsewhere = Bor eller arbetar du i ett annat EU-land kan du i stället klaga hos myndigheten där.
letter-court = Du har också rätt att väcka talan i domstol.
letter-appeal-se_public = Du kan överklaga beslutet till { $court }. Skriv vilket beslut du överklagar och vad du vill att domstolen ska ändra. Skicka överklagandet till oss, { $address }, inom tre veckor från den dag då du fick del av beslutet.
letter-reasons = Vi har inte tillmötesgått din begäran om { $right } eftersom { $reason } (artikel { $article } i dataskyddsförordningen).
letter-reasons_part = Vi har gjort det du bad om, med ett undantag: { $what }. { $ground_sentence }
letter-extension = Vi behöver mer tid. Vi förlänger svarstiden till { $date } eftersom { $reasons } (artikel 12.3 i dataskyddsförordningen).
letter-extension-law = Det är högst tre månader från den dag då vi tog emot din begäran.
letter-extension_correction = Den { $day } skrev vi att vi behövde mer tid. Det var fel. Du får svar senast { $date }.
letter-identity = Vi är osäkra på vem du är eftersom { $reason }. Därför ber vi dig om { $item }, och inget mer (artikel 12.6 i dataskyddsförordningen).
letter-identity-how = Enklast: skriv koden som vi har skickat till { $masked } på ärendets sida.
letter-identity-document = Skickar du en bild av en legitimation, täck över allt utom { $fields }. Vi tittar på den, antecknar att vi har sett den och raderar filen.
letter-identity-clock = Tiden står stilla från i dag tills du svarar. Svarar du inte senast { $date } tar vi ställning ändå.
letter-identity-clock_runs = Tiden löper medan vi väntar.
letter-scope = Vi har många uppgifter om dig. Vad gäller det? Du kan svara ”allt”.
letter-backup = Uppgifterna kan finnas kvar i säkerhetskopior tills de skrivs över, senast { $date }. Vi tar dem inte i bruk igen.
letter-lift = Begränsningen upphör { $date } eftersom { $reason }. Därefter använder vi åter uppgifterna för { $purpose } (artikel 18.3 i dataskyddsförordningen).
letter-object = Du har rätt att göra invändningar mot att vi använder dina uppgifter för { $purpose }, och alltid mot direkt marknadsföring (artikel 21 i dataskyddsförordningen).
letter-object-how = Skriv till { $email }, ring { $phone } eller klicka här: { $link }.
letter-rights_list = Du kan också begära att vi rättar eller raderar uppgifterna eller begränsar behandlingen, eller invända mot den.
letter-recipients_told = Vi har underrättat dem som vi har lämnat ut uppgifterna till. Du kan få veta vilka de är.
letter-receipt = Vi tog emot din begäran { $date }.
letter-receipt-dates = Du får svar senast { $promise_date }. Enligt lagen har vi på oss till { $law_date }.
letter-receipt-one_date = Du får svar senast { $law_date }.
letter-receipt-understood = Så här har vi förstått dig: { $rights }. Säg till om vi har missförstått något.
letter-receipt-marketing = Reklamen är redan stoppad. Det som är tryckt eller på väg kan fortfarande komma fram.
letter-reply_thanks =
    { $n ->
        [one] Tack för ditt svar. Vi väntade { $n } dag, så det nya datumet är { $date }.
       *[other] Tack för ditt svar. Vi väntade { $n } dagar, så det nya datumet är { $date }.
    }
letter-reminder = Vi har inte hört något från dig. Vi väntar på { $item } och kommer inte vidare utan det.
letter-access-yes = Ja, vi har uppgifter om dig. Brevet förklarar varifrån vi har fått dem och vad vi använder dem till. Själva uppgifterna finns i paketet.
letter-access-redacted =
    { $n ->
        [one] { $n } ställe är maskerat eftersom det handlar om andra (artikel 15.4 i dataskyddsförordningen).
       *[other] { $n } ställen är maskerade eftersom de handlar om andra (artikel 15.4 i dataskyddsförordningen).
    }
letter-no_data = Vi har inget om dig. Vi har letat i { $where } efter { $identifiers }, senast { $date }.
letter-no_data-more = Har du använt en annan e-postadress, ett annat nummer eller ett annat namn kan du skriva det, så letar vi igen.
letter-no_data-controller = { $controller } kan ha uppgifter om dig. Fråga dem här: { $contact }.
letter-rectified = Vi rättade { $field } från ”{ $old }” till ”{ $new }” { $date }.
letter-statement = Vi har lagt till din kommentar vid uppgiften, så att den följer med när uppgiften läses.
letter-erased = Vi raderade { $what } i { $where } { $date }.
letter-erased-kept = Vi har behållit { $what } till { $until } eftersom { $reason }.
letter-erased-public = Vi har bett { $recipients } att radera länkar till och kopior av det som var offentligt (artikel 17.2 i dataskyddsförordningen).
letter-suppression = För att kunna komma ihåg ditt nej sparar vi { $identifier } på en spärrlista och använder den bara till det.
letter-restricted = Från och med { $date } sparar vi bara { $what } och använder det inte till något annat, om du inte säger ja, ett rättsligt anspråk kräver det eller det skyddar någon annan. Vi skriver till dig innan det upphör (artikel 18 i dataskyddsförordningen).
letter-portability = Filen innehåller { $contents } i formatet { $format }.
letter-portability-sent = Vi skickade filen direkt till { $recipient } { $date }.
letter-objection-upheld = Du har rätt. Vi slutade använda dina uppgifter för { $purpose } { $date }. Vill du också att vi raderar dem kan du säga till.
letter-objection-paused = Medan vi prövar det använder vi inte uppgifterna för { $purpose }.
letter-marketing-stopped = Vi slutade skicka reklam till dig { $date }. Våra samarbetspartner har fått besked.
letter-human_review = { $function } har prövat beslutet, läst det du skrev och kan ändra det. Resultatet är: { $result } eftersom { $reason }.
letter-consent-withdrawn = Ditt samtycke till { $consent } återkallades { $date }. Det vi gjorde före det var lagligt. Från och med nu gör vi det inte längre.
letter-forwarded = Din begäran gäller uppgifter som vi bara har på uppdrag av { $controller }. Vi skickade den vidare { $date }. De ska svara dig: { $contact }.
letter-forwarded-unnamed = Den som ansvarar för uppgifterna är en av våra kunder. Vi får inte säga vilken. Fråga det företag eller den myndighet som du har haft kontakt med.
letter-not_a_request = Vi läser det du skrev som { $what }. Vi har skickat det till { $where }. Om det var en begäran om dina egna uppgifter kan du säga till, så räknar vi från den dag då du skrev.
letter-withdrawn = Du tog tillbaka din begäran om { $right } { $date }.
letter-withdrawn-undo = Ångrar du dig kan du säga till senast { $date }. Då fortsätter vi som om inget hade hänt, och datumet är detsamma.
letter-late = Vi ber om ursäkt. Du skulle ha fått svar senast { $date }. { $reason } Du får svar senast { $new_date }, och du kan klaga redan nu:
letter-late_answer = Vi ber om ursäkt för att svaret kommer för sent. Det skulle ha kommit senast { $date }. { $reason }
letter-lapsed = Vi har avslutat ärendet eftersom vi inte har hört från dig sedan { $date }. Du kan alltid skicka en ny begäran, och den får en egen tidsfrist.
letter-reopened = Vi avslutade ditt ärende av misstag och arbetar med det igen. Det gamla datumet gäller: { $date }.
letter-complaint_received = Vi har tagit emot ditt klagomål. { $person_or_function } svarar dig senast { $date }. Du kan också klaga hos { $authority } redan nu.
letter-representative-missing = Du skriver för { $person }. Vi saknar { $missing } innan vi kan svara dig. Har vi inte fått det senast { $date } svarar vi { $person } direkt.
letter-paper_copy = Vill du ha det på papper skickar vi det gratis. En extra kopia kan kosta { $amount }.
letter-link = Ditt svar är klart: { $link } Länken fungerar till och med { $date }. Koden kommer för sig.
letter-code = Din kod: { $code } Skriv den på sidan som du fick i ett mejl. Vi frågar aldrig efter den på telefon.
letter-code-post = Din kod: { $code } Skriv den på ärendets sida, { $url }. Koden fungerar till och med { $date }.
letter-link-not_you = Om du inte har bett om detta ska du inte öppna länken. Ring oss på { $phone }.
letter-link-changed = Vi har skickat en ny länk. Den gamla är stängd.

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
