### Words of the pages that no other part of the product uses.

## Everywhere
ui-language = Sprog
ui-about-site = Om siden
ui-privacy-policy = Privatlivspolitik
ui-ask-dpo = Spørg vores databeskyttelsesrådgiver
ui-ask-person = Spørg efter { $name }
ui-company-number = Virksomhedsnummer
ui-not-yet = ikke endnu
ui-missing = mangler
ui-else = ellers
ui-paused-else = På pause, ellers
ui-on-pause = På pause, ellers
ui-today = i dag
ui-or = eller
ui-by-date = Senest { $date }
ui-note-inside = Internt, sendes aldrig
ui-read-letter = Læs brevet
ui-case = Sag
ui-name = Navn
ui-deadline = Frist
ui-call = Ring på { $phone }.
ui-counts-as-much = Det tæller lige så meget.
ui-undo = Fortryd
ui-undo-by = Fortryd senest
ui-see-case = Se sagen
ui-what-now = Hvad sker der nu?
ui-months =
    { $n ->
        [one] { $n } måned
       *[other] { $n } måneder
    }
ui-sent = Sendt
ui-country-dk = Danmark
ui-country-se = Sverige
ui-paste = Du må gerne indsætte den. Mellemrum betyder ikke noget.

## Rights as short labels
ui-right-access = Indsigt
ui-right-rectification = Berigtigelse
ui-right-erasure = Sletning
ui-right-restriction = Begrænsning
ui-right-portability = Dataportabilitet
ui-right-objection = Indsigelse
ui-right-marketing_objection = Stop reklame
ui-right-automated_decision = Automatisk afgørelse
ui-right-consent_withdrawal = Tilbagekaldt samtykke

## Choose an organisation
ui-choose-title = Hvem vil du spørge?
ui-choose-lead = Her svarer flere organisationer, hver for sig. Vælg den, du har haft med at gøre.
ui-choose-list = Organisationer
ui-choose = Vælg
ui-choose-unsure = Er du i tvivl?
ui-choose-unsure-body = Navnet står nederst på din regning og i den mail, du fik, da du købte. Vælger du forkert, siger vi til og viser dig vej.
ui-choose-several = Vil du spørge flere?
ui-choose-several-body = Så send en anmodning til hver. De svarer hver for sig.

## Start
ui-start-promise =
    { $n ->
        [one] { $n } dag er vores løfte. Loven siger en måned.
       *[other] { $n } dage er vores løfte. Loven siger en måned.
    }
ui-start-law = Loven giver os en måned.
ui-start-marketing = Reklame stopper vi senest næste arbejdsdag.
ui-start-quick = To minutter
ui-start-quick-more = Fem korte spørgsmål. Ingen konto, ingen app.
ui-start-free = Det er gratis
ui-start-free-more = Og du behøver ikke forklare, hvorfor du spørger.
ui-start-only-you = Kun til dig
ui-start-only-you-more = Vi sender aldrig dine oplysninger til en adresse, vi ikke har kontrolleret.
ui-start-how = Sådan foregår det
ui-start-how-1 = Du skriver til os her
ui-start-how-1-more = Du får straks et sagsnummer og en kode, så du kan følge sagen.
ui-start-how-2 = Vi sikrer os, at det er dig
ui-start-how-2-more = Som regel med en kode til en mailadresse, vi havde i forvejen, eller et opkald til et nummer, vi havde.
ui-start-how-3 = Vi finder oplysningerne
ui-start-how-3-more = I vores egne systemer og hos dem, der arbejder for os.
ui-start-how-4 = Du får et svar
ui-start-how-4-more = Skrevet, så det er til at forstå. Siger vi nej til noget, får du grunden og at vide, hvor du kan klage.
ui-number-title = Skriv ikke dit CPR-nummer her
ui-number-body = Send heller ikke pas, kontonumre eller oplysninger om helbred.
ui-number-more = Har vi brug for mere, spørger vi og viser en sikker måde.
ui-other-phone = Ring til os på { $phone }.
ui-other-write = Skriv til { $email }.

## The questions
ui-objection-hint = Det hjælper os med at afgøre sagen. Du kan også skrive det senere.
ui-about-label = Hvor og hvornår har du haft med os at gøre?
ui-other-ids = Andet, vi kan kende dig på
ui-other-ids-hint = En gammel mailadresse, et andet nummer, et kundenummer eller et tidligere navn.
ui-contact-lead = Mail, telefon eller post. Én måde er nok.
ui-address-hint = Hvis du vil have svar på papir.
ui-leave-empty = Lad feltet stå tomt
ui-who-guardian = En, jeg er værge for
ui-who-lawyer = En, jeg er advokat for
ui-who-another = Spørger du for en anden?
ui-who-name = Den andens navn
ui-who-clock = Fristen løber fra i dag, også mens vi ser på fuldmagten. Svaret går til den, det handler om, medmindre fuldmagten siger andet.
ui-who-email = Den andens mail
ui-who-phone = Den andens telefon
ui-who-address = Den andens postadresse
ui-who-contact = Så vi kan finde de rigtige oplysninger og nå den, de handler om. Vores breve går til dig.
ui-last-step = Sidste trin: se dine svar igennem
ui-check-asks = Det beder du om
ui-check-you-want = Du vil gerne
ui-check-you = Om dig
ui-check-file = Vil du vedhæfte noget?
ui-authority-here = vedhæft det her, eller send det senere fra sagens side.
ui-check-next = Når du sender
ui-not-given = Ikke oplyst
ui-answer-in = Svar på

## Receipt
ui-receipt = Kvittering
ui-receipt-by-then = Senest den dag får du svar
ui-receipt-promise =
    { $n ->
        [one] Det er vores løfte: { $n } dag. Loven giver os frist til { $date }. Den tidligste dato gælder.
       *[other] Det er vores løfte: { $n } dage. Loven giver os frist til { $date }. Den tidligste dato gælder.
    }
ui-receipt-law = Det er lovens frist: en måned fra den dag, vi modtog din anmodning.
ui-receipt-promise-same =
    { $n ->
        [one] Det er vores løfte: { $n } dag. Lovens frist er den samme dag.
       *[other] Det er vores løfte: { $n } dage. Lovens frist er den samme dag.
    }
ui-understood = Sådan har vi forstået dig
ui-follow = Følg sagen
ui-receipt-mail = Åbn mailen fra os
ui-receipt-who = Måske spørger vi, hvem du er
ui-receipt-who-more = Kun hvis vi er i tvivl, og kun om det nødvendige.
ui-code-once = Koden vises kun her
ui-code-never-asked = Vi beder aldrig om din kode i telefonen.

## Find a case
ui-find-title = Find min sag
ui-find-lead = Begge dele står på din kvittering.
ui-reference-hint = For eksempel K7QF-2M9D. Du kan bruge både store og små bogstaver.
ui-code-hint = Tallene fra kvitteringen. Mellemrum betyder ikke noget.
ui-open-case = Åbn sagen
ui-lost-code = Har du mistet koden?
ui-lost-title = Få en ny kode
ui-lost-lead = Skriv sagsnummeret. Vi sender et link, der viser en ny kode, til den mailadresse, du har bekræftet.
ui-lost-send = Send mig et link
ui-lost-sent = Se efter i din mail
ui-lost-sent-more = Findes sagen, og har du bekræftet en mailadresse, er et link til en ny kode på vej. Den gamle kode virker, til du har fået vist den nye.
ui-lost-nothing = Kommer der ingen mail?
ui-lost-phone = Ring på { $phone }, og læs sagsnummeret op.
ui-lost-write = Skriv til os med sagsnummeret.

## Status
ui-needed = Det har vi brug for fra dig
ui-needed-by = Svar senest { $date }.
ui-needed-pauses = Så længe vi venter, står fristen stille.
ui-identity-code-hint = Fra den mail, vi lige har sendt. Du må gerne indsætte den.
ui-identity-enter = Det er mig
ui-identity-offered = Åbn mailen på den adresse, vi havde i forvejen, og hent koden der.
ui-identity-done = Tak. Nu ved vi, at det er dig.
ui-extended-once = Vi har forlænget én gang.
ui-how-date = Sådan er datoen regnet ud
ui-answers = Dine svar
ui-your-answer = Dit svar
ui-sent-on = Sendt { $date }.
ui-open-by-mail = Linket i mailen er åbent til { $date }.
ui-you-asked = Det bad du om
ui-withdraw-short = Træk tilbage
ui-messages = Beskeder
ui-files = Dine filer
ui-files-yours = Det har du sendt os:
ui-complain-first = Skriv til os her på siden. Ofte kan vi rette det med det samme.
ui-complain-authority = Du kan også klage til { $authority }, eller gå til domstolene.
ui-regret = Har du ombestemt dig?
ui-regret-more = Du kan trække det hele eller en del af det tilbage.
ui-message-sent = Vi har fået din besked
ui-message-sent-more = Den ligger på sagens side. Vi svarer dig der.
ui-letter-title = Brev til dig
ui-track-received = Modtaget
ui-track-identity = Vi ved, at det er dig
ui-track-identity-later = Vi sikrer os, at det er dig
ui-track-collecting = Vi samler dine oplysninger
ui-track-collected = Vi har samlet dine oplysninger
ui-track-acting = Vi gør det, du har bedt om
ui-track-acted = Vi har gjort det, du bad om
ui-track-searched = Vi har ledt efter dine oplysninger
ui-track-assessed = Vi har set på det, du bad om
ui-track-review = En kollega ser svaret efter
ui-track-review_alone = Vi ser svaret efter
ui-track-reviewed = En kollega har set svaret efter
ui-track-reviewed_alone = Vi har set svaret efter
ui-track-review-more = Så andres oplysninger ikke kommer med
ui-track-answer = Dit svar er klar
ui-track-answered = Vi har svaret dig
ui-track-waiting = Vi venter på svar fra dig

## Withdraw
ui-withdraw-hint = Vælg det, vi ikke skal gøre mere ved.
ui-withdraw-then = Hvad sker der så?
ui-withdraw-stop = Vi stopper arbejdet og sender dig en bekræftelse.
ui-withdraw-again = Du kan altid sende en ny anmodning.
ui-withdraw-do = Træk det tilbage
ui-withdraw-not = Nej, gå tilbage til sagen
ui-withdrawn-title = Du har trukket din anmodning tilbage
ui-withdrawn-all = Vi er stoppet. Du behøver ikke gøre mere.
ui-withdrawn-some = Det er stoppet. Resten af sagen arbejder vi videre med.
ui-withdrawn-seven = Derefter kan du altid sende en ny anmodning.
ui-withdrawn-what = Det trak du tilbage
ui-stopped-on = Stoppet { $date }
ui-withdrawn-1 = Vi sender dig en bekræftelse
ui-withdrawn-1-more = Til din mailadresse, hvis du har skrevet en.
ui-withdrawn-2 = Fortryder du, fortsætter vi, hvor vi slap
ui-withdrawn-2-more = Datoen er stadig { $date }. Du mister ingen tid.
ui-withdrawn-3 = Ellers lukker vi sagen
ui-withdrawn-3-more = Vi gemmer, at du spurgte og trak det tilbage.
ui-not-you = Var det ikke dig?
ui-not-you-more = Så fortryd ovenfor. Det kan ikke koste dig noget, at en anden har trykket.

## Links from mails
ui-confirm-ask = Er det din mailadresse?
ui-confirm-ask-more = Tryk på knappen, så ved vi, at mails til dig kommer frem.
ui-confirm-do = Ja, det er min adresse
ui-confirm-not-you = Så gør ingenting, og slet mailen. Vi bruger ikke adressen til andet end at svare på sagen.
ui-confirm-done = Din mailadresse virker
ui-confirm-done-more = Vi skriver til den, når der er nyt i sagen.
ui-confirm-closed = Linket er lukket
ui-confirm-closed-more = Det er brugt eller for gammelt. Har du allerede trykket én gang, er alt i orden.
ui-fetch-ask = Vis os, at det er dig
ui-fetch-ask-more = Tryk på knappen, når du er klar. Så sender vi en kode til { $masked }.
ui-fetch-send = Send mig koden
ui-fetch-again = Send en ny kode
ui-fetch-not-you = Så tryk ikke på knappen. Har du ikke spurgt os om dine oplysninger, så sig det til os.
ui-fetch-enter = Skriv koden fra mailen
ui-fetch-done = Nu ved vi, at det er dig
ui-fetch-done-more = Vi arbejder videre nu. Du behøver ikke gøre mere.
ui-fetch-closed = Linket er lukket
ui-fetch-closed-more = Det er brugt eller for gammelt. Åbn din sag: der står, hvad vi mangler.
ui-no-code = Fik du ingen kode?
ui-no-code-more = Vent et minut, og se i uønsket mail. Kun den nyeste kode virker.

## The answer
ui-answer-why-code = Linket alene er ikke nok. Det beskytter dig, hvis andre får fat i mailen.
ui-answer-open = Åbn mit svar
ui-answer-paper = Ring på { $phone }, hvis du hellere vil have svaret på papir.
ui-downloads =
    { $n ->
        [one] Hentet { $used } af { $n } gang.
       *[other] Hentet { $used } af { $n } gange.
    }
ui-answer-how = Sådan gør du
ui-answer-how-1 = Begynd med brevet
ui-answer-how-1-more = Det forklarer, hvad vi har fundet, og hvad vi ikke har taget med.
ui-answer-how-2 = Læs dine oplysninger
ui-answer-how-2-more = En side, du åbner i din browser. Du skal ikke installere noget.
ui-answer-how-3 = Gem hele pakken
ui-answer-how-3-more = Vælg et sted, kun du bruger. Ikke på en computer på biblioteket.
ui-file-letter = Brevet til dig
ui-file-letter-get = Hent brevet som tekst
ui-letter-print = Print siden, hvis du vil have brevet på papir.
ui-file-page = Dine oplysninger til at læse
ui-file-page-more =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
ui-file-package = Hele pakken
ui-file-package-more = Til at gemme eller til et andet firma.
ui-file-package-get = Hent pakken
ui-sha-of-package = SHA-256 af pakken:
ui-answer-missing = Mener du, at noget mangler, så skriv til os på sagens side:
ui-close-link = Vil du have linket lukket nu?
ui-close-link-do = Luk linket med det samme
ui-new-link = Få et nyt link til dit svar
ui-new-link-more = Vi sender det til den adresse, hvor du har vist, at det er dig. Det gamle link lukker.
ui-new-link-sent = Et nyt link er på vej
ui-new-link-sent-more = Åbn mailen fra os, og hav din kode klar.
ui-link-closed = Linket er lukket
ui-link-closed-more = Dit svar er der stadig. Åbn din sag med nummer og kode, og bed om et nyt link.

## Errors
ui-error-403-title = Siden har været åben for længe
ui-error-403-body = Vi har ikke modtaget noget. Gå tilbage i browseren, genindlæs siden, og send igen.
ui-error-404-title = Siden findes ikke
ui-error-404-body = Linket kan være lukket eller skrevet forkert. Din sag er der stadig.
ui-error-413-title = Det er for stort
ui-error-413-body = Højst { $max } MB på én gang. Send filerne hver for sig, eller send dem på papir.
ui-error-421-title = Den adresse hører ikke til her
ui-error-421-body = Se efter, om linket er skrevet rigtigt, og åbn det igen.
ui-error-429-title = For mange forsøg
ui-error-429-body =
    { $n ->
        [one] Prøv igen om { $n } minut. Din frist ændrer sig ikke.
       *[other] Prøv igen om { $n } minutter. Din frist ændrer sig ikke.
    }
ui-error-500-title = Noget gik galt hos os
ui-error-500-body = Siger siden ikke ”Vi har modtaget din anmodning”, har vi den ikke endnu. Prøv igen, eller ring.
ui-error-503-title = Vi er her om lidt igen
ui-error-503-body =
    { $n ->
        [one] Siden er nede i cirka { $n } minut. Det, du sendte lige nu, er ikke modtaget.
       *[other] Siden er nede i cirka { $n } minutter. Det, du sendte lige nu, er ikke modtaget.
    }
ui-error-mail = Kom du fra en mail?
ui-error-mail-more = Links til svar lukkes senest efter syv dage. Åbn din sag med nummer og kode, og bed om et nyt.
ui-talk = Vil du hellere tale med nogen?
ui-to-front = Til forsiden

## The desk: the bar and common words
ui-main-nav = Hovedmenu
ui-queue = Kø
ui-queues = Køer
ui-jobs = Breve og job
ui-demo-mails = Læs demoens mails
ui-demo-door = Demo.
ui-search = Søg
ui-search-label = Søg på sagsnummer, mail, telefon eller navn
ui-search-hint = Sagsnummer, mail eller telefon
ui-search-results = Fundet
ui-search-exact = Søgningen er nøjagtig: hele sagsnummeret, hele adressen, hele nummeret eller hele ord af navnet.
ui-search-more = Flere passer. Skriv mere.
ui-sessions = Dine sessioner
ui-sessions-more = Alle sessioner slutter, når din adgangskode, kode eller rolle ændres.
ui-this-session = Denne session
ui-end = Afslut
ui-end-others = Afslut alle andre
ui-since = Siden
ui-last-used = Sidst brugt
ui-sign-in = Log ind
ui-sign-out = Log ud
ui-lost-factor = Mistet telefonen? Skriv en genoprettelseskode i stedet for de seks cifre. Glemt adgangskoden? Bed din administrator om et nyt link.
ui-organisation = Organisation
ui-all = Alle
ui-filter = Filtrér
ui-next-page = Næste side
ui-to = Til
ui-from = Fra
ui-when = Hvornår
ui-staff = Medarbejder
ui-source = Kilde
ui-category = Kategori
ui-records = Poster
ui-record-count =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
ui-in-all = I alt
ui-file = Fil
ui-size = Størrelse
ui-none = Intet
ui-nobody = Ingen
ui-no-name = Uden navn
ui-now = Nu
ui-open = Åben
ui-outcome = Udfald
ui-identity = Identitet
ui-requests = Anmodninger
ui-tasks = Opgaver
ui-findings = Fund
ui-history = Historik
ui-conversation = Samtale
ui-clock = Fristen
ui-right = Rettighed
ui-state = Status
ui-due = Svar senest
ui-assignee = Sagsbehandler
ui-written-by = Skrevet af
ui-approved-by = Godkendt af
ui-channel = Kanal
ui-for-which = For hvilke anmodninger?
ui-new-date = Ny dato
ui-try-again = Prøv igen

## Getting to the desk
ui-welcome = Velkommen, { $name }
ui-invite-step-1 = Trin 1 af 2: adgangskode
ui-invite-step-2 = Trin 2 af 2: to-trins-login
ui-invite-lead = Du er inviteret til { $brand }, hvor I svarer mennesker, der spørger om deres oplysninger.
ui-sign-in-as = Log ind som
ui-choose-password = Vælg en adgangskode
ui-password-hint = Mindst 12 tegn. Fire ord, der ikke hører sammen, er bedre end ét ord med specialtegn. Du må gerne indsætte den.
ui-password-again = Skriv den igen
ui-to-second-step = Videre til trin 2
ui-invite-until = Linket virker én gang, til { $date }.
ui-factor-title = Tilføj din telefon
ui-factor-lead = Alle her logger ind i to trin. En godkendelsesapp laver en ny kode hvert halve minut, også uden net.
ui-factor-scan = Scan koden, eller skriv nøglen
ui-factor-qr = QR-kode med samme nøgle som nedenfor
ui-factor-key = Nøgle
ui-factor-account = Konto
ui-factor-once = Vises kun nu.
ui-factor-codes =
    { $n ->
        [one] Gem { $n } genoprettelseskode
       *[other] Gem { $n } genoprettelseskoder
    }
ui-factor-codes-more = Mister du telefonen, virker hver af dem én gang. Print dem, eller læg dem i en adgangskodeboks; ikke i telefonen.
ui-factor-show = Vis, at det virker
ui-factor-show-hint = Indtil koden er rigtig, gælder intet af det ovenfor.
ui-factor-kept = Jeg har gemt genoprettelseskoderne et sikkert sted
ui-factor-finish = Afslut, og åbn køen
ui-step-up = Er det stadig dig?
ui-fresh-code = En ny kode. Den, du loggede ind med, gælder ikke.

## Queue
ui-tab-mine = Mine
ui-tab-unassigned = Ingen har dem
ui-tab-due_soon = Snart frist
ui-tab-overdue = For sent
ui-tab-paused = På pause
ui-tab-open = Alle åbne
ui-tab-closed = Afsluttede
ui-letters-title = Breve til udskrift
ui-letters-more = Print brevet, send det, og notér dagen. Et spørgsmål standser først fristen den dag, det er sendt.
ui-letters-empty = Ingen breve venter
ui-letters-empty-more = Breve til personer uden mailadresse ligger her, til de er sendt.
ui-letter-written = Skrevet
ui-letter-to-post = Print siden, og send brevet. Notér så dagen.
ui-letter-receipt = Kvitteringen med koden er den, der blev udskrevet, da sagen blev indtastet. Notér dagen, den blev sendt eller udleveret.
ui-letter-posted-hint = Dagen for poststemplet, eller dagen da brevet blev udleveret.
letter-name-receipt = Kvittering
letter-name-receipt_corrected = Rettet kvittering
letter-name-new_code = Link til ny kode
letter-name-ask_identity = Spørgsmål om identitet
letter-name-code_link = Link til kode
letter-name-code = Kode
letter-name-reply_thanks = Tak for svaret
letter-name-resumed = Ny dato
letter-name-person_reminder = Påmindelse
letter-name-message_waiting = Besked venter på sagssiden
letter-name-extension = Forlængelse af fristen
letter-name-withdrawn = Trukket tilbage
letter-name-answer = Svar
letter-name-answer_ready = Svaret er klar
ui-group-late = For sent
ui-group-today = I dag
ui-group-soon = Inden for 7 dage
ui-group-later = Senere
ui-group-paused = På pause
ui-group-closed = Afsluttede
ui-queue-caption = Anmodninger, den første frist øverst
ui-nth = { $n } af { $all }
ui-empty-all = Ingen åbne anmodninger
ui-empty-closed = Intet er afsluttet endnu
ui-see-unassigned = Se dem, ingen har
ui-getting-started = Kom i gang
ui-first-day = Første dag her?
ui-first-day-1 = Tag en anmodning
ui-first-day-1-more = Sagens side siger, hvad du skal gøre nu, og hvornår det senest skal være gjort.
ui-first-day-2 = Find ud af, hvem det er
ui-first-day-2-more = Adressen i formularen beviser intet. Brug en, I havde i forvejen.
ui-first-day-3 = Find, læs igennem, svar
ui-first-day-3-more = Kilderne bliver gennemsøgt for dig. Svaret bliver godkendt, før noget sendes.
ui-how-they-come = Sådan kommer anmodninger hertil
ui-phone-and-letter = Telefon og brev

## Case
ui-place = Hvor du er
ui-letters-in-da = svar på dansk
ui-letters-in-sv = svar på svensk
ui-letters-in-en = svar på engelsk
ui-next-for-you = Det næste
ui-next-claim = Tag anmodningen
ui-next-identify = Find ud af, hvem det er
ui-next-collect = Begynd at samle
ui-next-tasks = Besvar de opgaver, der er tilbage
ui-next-tasks-why =
    { $all ->
        [one] { $done } af { $all } sted har svaret.
       *[other] { $done } af { $all } steder har svaret.
    }
ui-next-write = Skriv svaret, og send det til gennemsyn
ui-next-review = Læs svaret igennem
ui-next-send = Send svaret
ui-next-wait = Vi venter på personen
ui-next-wait-why = Spurgt den { $day }. Kommer der svar, så notér dagen.
ui-next-post = Brevet skal sendes
ui-next-post-why = Spørgsmålet er skrevet den { $day } og er ikke sendt endnu.
ui-letter-open = Åbn og print brevet
ui-next-other = En kollega er i gang
ui-next-done = Alt er besvaret
ui-next-stopped = Stoppet fra en kendt adresse: tal med den GDPR-ansvarlige
ui-on-this-page = På denne side
ui-about-case = Om sagen
ui-you-can = Det kan du gøre
ui-numbers-show = Vis skjulte numre
ui-numbers-hide = Skjul numrene igen
ui-numbers-hidden = Noget i teksten ligner et CPR-nummer og er skjult. At vise det bliver noteret.
ui-to-person-da = Til personen, på dansk
ui-to-person-sv = Til personen, på svensk
ui-to-person-en = Til personen, på engelsk
ui-send-to-person = Send til personen
ui-no-messages = Ingen beskeder endnu
ui-attached = Vedhæftet
ui-holder-source = forbundet kilde
ui-holder-hand = besvares af en kollega
ui-task-open = Ikke besvaret
ui-task-running = Søger nu
ui-task-done = Besvaret
ui-task-failed = Kunne ikke besvares
ui-task-cancelled = Ikke nødvendig mere
ui-no-tasks = Ingen opgaver endnu. De kommer, når indsamlingen begynder.
ui-answer-task = Svar
ui-read-findings = Læs
ui-found = Det blev fundet
ui-matched-by = Fundet med
ui-no-findings = Ingen fund endnu
ui-other-ids-staff = Andre kendetegn
ui-unproven-match = Noget ubevist passer: spørg først
ui-before-answer = Før et svar kan sendes
ui-linked = Andre sager fra personen
ui-chain-whole = Viste poster er kontrolleret, { $n } i alt
ui-chain-broken = Kæden er brudt: tal med den GDPR-ansvarlige
ui-delivered = leveret
ui-on-its-way = på vej
ui-to-be-posted = på papir, skal sendes
ui-handed-over = på papir, afleveret
ui-behind-link = sammen med svaret, bag linket
ui-not-delivered = kom ikke frem
ui-judged-none = ikke vurderet
ui-judged-unjudged = ikke vurderet endnu
ui-judged-accepted = godkendt
ui-judged-refused = afvist
ui-rep-none = Nej, personen skriver selv
ui-rep-parent = Forælder
ui-rep-guardian = Værge
ui-rep-lawyer = Advokat
ui-rep-attorney = Har fuldmagt
ui-rep-heir = Arving

## Why a step can or cannot be taken
ui-why-level = Kræver identitet på niveau { $n }
ui-why-tasks =
    { $n ->
        [one] { $n } opgave mangler svar
       *[other] { $n } opgaver mangler svar
    }
ui-why-incomplete = Svaret er ikke skrevet færdigt
ui-why-package = Pakken bliver lavet nu
ui-why-until = Til og med { $date }

## What a step needs, as a list
ui-tick-level = Identitet på niveau { $n }
ui-tick-tasks = Alle steder har svaret
ui-tick-outcome = Udfald
ui-tick-reason = Begrundelse
ui-tick-complaint = Hvor man kan klage
ui-tick-court = Domstolene
ui-tick-date = Ny dato
ui-tick-schema = Alle dele følger skemaet
ui-tick-hashes = Kontrolsummerne passer
ui-tick-channel = Adressen er bevist
ui-tick-approved = Læst og godkendt

## Look up
ui-lookup-title = Hvem er personen i vores systemer?
ui-lookup-by = Vi søger med
ui-lookup-nothing-kept = Et opslag gemmer intet. Historikken får én linje: at du søgte, med hvad, hvor, og hvor mange der blev fundet.
ui-lookup-records = Vælg personens poster
ui-lookup-kept = Intet bliver gemt fra et opslag
ui-lookup-kept-more = Kandidaterne er væk, når du forlader siden. Kun det, du vælger, kommer på sagen.
ui-id-kind-name = Navn
ui-id-kind-email = Mail
ui-id-kind-phone = Telefon
ui-id-kind-postal = Adresse
ui-id-kind-customer = Kundenummer
ui-id-kind-other = Andet
ui-proven = Personen har vist, at det er deres
ui-unproven = Ikke bevist: det, der passer, vises skjult og beviser intet
ui-candidates =
    { $n ->
        [one] { $n } kandidat
       *[other] { $n } kandidater
    }
ui-strong-match = Sikkert sammenfald
ui-weak-match = Usikkert sammenfald
ui-weak-more = Skjult, indtil noget bevist peger herhen. Så længe kan I ikke svare ”intet fundet”: spørg først, eller sig, at det er en anden.
ui-name-there = Navn dér
ui-how-matched = Sådan passer det
ui-match-exact = { $kind }, nøjagtigt
ui-match-normalised = { $kind }, når store bogstaver og mellemrum ikke tæller
ui-since-day = siden { $day }
ui-this-is-them = Det er personen
ui-none-is-them = Ingen af dem er personen
ui-no-candidates = Ingen kandidater
ui-no-candidates-more = Intet i kilderne passer til det, der er bevist.
ui-let-prove = Lad personen bevise det
ui-address-young =
    { $n ->
        [one] Kan ikke bruges: den kom til mindre end { $n } dag før anmodningen.
       *[other] Kan ikke bruges: den kom til mindre end { $n } dage før anmodningen.
    }
ui-send-code = Send koden
ui-code-rules = Vi skriver til adressen; personen henter koden, når det passer. Otte cifre, 10 minutter, fem forsøg. Den giver niveau 2 og åbner intet.
ui-contact-back = Eller notér, at du selv fik fat i personen
ui-contact-back-rule = Ring, skriv eller mail til det, der stod hos jer før anmodningen. Aldrig til det, der står i den.
ui-where-on-record = Hvor stod det?
ui-another-place = Et andet sted, skriv det nedenfor
ui-place-on-record = Sted og adresse
ui-place-on-record-hint = Systemet og det, der stod, for eksempel ”kundekort, telefon, siden 2024”.
ui-how-reached = Sådan fik du fat i personen
ui-reached-phone = Jeg ringede
ui-reached-email = Jeg skrev en mail
ui-reached-post = Jeg skrev et brev
ui-reached-counter = Personen var her
ui-on-day = Dag
ui-at-time = Klokken
ui-what-sure = Hvad gjorde dig sikker?
ui-what-sure-hint = Hvad du spurgte om, og at svaret var rigtigt. Ikke selve svaret.
ui-document-too = Jeg så også legitimation.
contact-seen_file = Hvilke filer viser legitimationen? De slettes, når du noterer det.
ui-record-level-2 = Notér, og sæt niveau 2
ui-level-needed = Kræves
ui-searched = Søgt i
ui-hits =
    { $n ->
        [one] { $n } fundet
       *[other] { $n } fundet
    }

## Ask who it is
ui-pauses-until = Pause, hvis der spørges senest { $date }
ui-too-late-to-pause = For sent til en pause: fristen løber
ui-doubt-rule = Tvivlen skal være rimelig, handle om denne person og stå her. Man må ikke spørge alle.
ui-doubt-other_address = Personen skriver fra en anden adresse end den, vi havde
ui-doubt-several = Flere personer passer
ui-doubt-changed = Posten blev ændret lige før anmodningen
ui-doubt-other = Noget andet
ui-doubt-words-da = Tvivlen med ord, på dansk. Den fortsætter ”Vi er i tvivl om, hvem du er, fordi …”
ui-doubt-words-sv = Tvivlen med ord, på svensk. Den fortsætter ”Vi är osäkra på vem du är eftersom …”
ui-doubt-words-en = Tvivlen med ord, på engelsk. Den fortsætter ”We are in doubt about who you are because …”
ui-ask-what = Hvad beder du om?
ui-ask-least = Det mindste, der afgør det. Ét er som regel nok.
ui-ask-code = En kode, hentet på den adresse, vi havde
ui-ask-code-more = Giver niveau 2.
ui-ask-call = At personen svarer, når vi ringer til det nummer, vi havde
ui-ask-call-more = Giver niveau 2.
ui-ask-number = Et ordrenummer eller kundenummer
ui-ask-number-more = Hjælper os med at finde personen. Beviser intet alene.
ui-ask-document = At vise legitimation ved skranken eller i et opkald
ui-ask-document-more = Sidste udvej, og kun sammen med en af de to første. Vi ser, noterer og gemmer intet.
ui-reply-by = Svar senest
ui-effect = Det sker med anmodningerne
ui-when-asked = Når du spørger
ui-pauses = Sættes på pause
ui-runs-on = Løber videre
ui-effect-needs = kræver niveau { $n }, har niveau { $has }
ui-effect-none = kræver intet niveau, og der må ikke spørges
ui-effect-late = spurgt for sent til en pause
ui-effect-reached = niveauet er nået
ui-last-day-pause = Sidste dag, et spørgsmål stopper fristen
ui-orders-queue = bliver stående og styrer køen, til personen svarer
ui-send-and-pause = Send, og sæt på pause
ui-send-letter = Send brevet
ui-show-letter = Vis brevet
ui-together = Brevet sendes, og datoen ændres, på én gang eller slet ikke.
ui-ask-on-paper = Personen har ingen mailadresse. Brevet lægges til udskrift, og fristen standser først den dag, du noterer, at det er sendt.
ui-write-letter = Skriv brevet
ui-letter-so-far = Brevet, som det står

## Reply, resume
ui-replied-on = Svaret kom den
ui-replied-on-hint = Den dag, det nåede jer. Tidligst { $day }, da spørgsmålet blev sendt.
ui-reply-what = Hvad var svaret?
ui-reply-what-hint = Kort, til historikken. Vises ikke for personen.
ui-reply-then = Fristen løber igen fra den dag. Personen får et brev med den nye dato.
ui-resume-why = Hvorfor skal fristen løbe igen?

## Collect, tasks
ui-where-to-look = Hvor skal der ledes?
ui-look-for = Led efter
ui-connected = Forbundne kilder, gennemsøges for dig
ui-by-hand = Steder, nogen skal lede manuelt
ui-tasks-due = Opgaverne skal være besvaret senest
ui-collect-then = Hvert sted bliver en opgave. Svaret kan skrives, når alle har svaret.
ui-task-lead = Find det, vi har om personen, og skriv, hvor du ledte. Du afgør ikke noget: det bliver læst igennem først.
ui-source-failed = Kilden kunne ikke gennemsøges
ui-what-found = Hvad fandt du?
ui-found-yes = Noget om personen
ui-found-yes-more = Indsæt det, eller tilføj filer. Tag det hele med, også det, der ser uvigtigt ud.
ui-found-none = Intet
ui-found-none-more = Det er også et svar. Skriv, hvor og med hvad du ledte.
ui-paste-text = Indsæt tekst
ui-paste-hint = En tabel fra et regneark beholder sine rækker og kolonner.
ui-paste-as = Det indsatte er
ui-paste-as-text = tekst, som den står
ui-paste-as-table = en tabel med overskrifter (CSV eller fra et regneark)
ui-paste-as-json = JSON
ui-add-files = Eller tilføj filer
ui-add-files-hint = CSV, JSON, PDF, tekst eller billeder, højst { $n } filer på hver { $max } MB. Gemmes forseglet, åbnes aldrig her.
ui-data-kind = Hvilken slags oplysninger?
ui-data-kind-hint = For eksempel ordrer, samtaler eller notater.
ui-data-from = Hvor kommer de fra?
ui-provided-yes = Personen har selv givet os dem
ui-provided-no = Vi eller andre har skrevet dem
ui-provided-mark = fra personen
ui-legal-ground = Retsgrundlag (artikel 6, stk. 1)
ui-ground-a = Samtykke (a)
ui-ground-b = Kontrakt (b)
ui-ground-c = Retlig forpligtelse (c)
ui-ground-d = Vitale interesser (d)
ui-ground-e = Myndighedsopgave (e)
ui-ground-f = Legitim interesse (f)
ui-where-searched = Hvor og hvordan ledte du?
ui-where-searched-hint = Systemer, mapper, ord, og til hvilken dag. Det kommer med i svaret, også når du intet fandt.
ui-finish-task = Afslut opgaven
ui-documents = Dokumenter
ui-documents-more = Hentes som filer, vises aldrig her.

## Answer
ui-write-answer = Skriv svaret
ui-refuse-by = Et afslag skal gives senest { $date }.
ui-grounds = Hvad siger vi nej til, og hvorfor?
ui-grounds-more = Vælg en grund, skriv, hvad det gælder, og hvorfor, så personen kan forstå det.
ui-use-ground = Brug denne grund
ui-ground-what = Hvad gælder det?
ui-ground-what-hint = Med personens ord, for eksempel ”dine fakturaer fra 2023–2026”.
ui-ground-why = Hvorfor, i hele sætninger
ui-ground-why-hint = Ikke kun paragraffen: hvad det betyder for personen.
ui-own-words = Jeres egne ord
ui-own-words-da = Til personen, på dansk
ui-own-words-sv = Til personen, på svensk
ui-own-words-en = Til personen, på engelsk
ui-own-words-hint = Hvad I fandt og gjorde. Det, loven kræver, står i brevet i forvejen.
ui-always-in-letter = Står altid i brevet
ui-cannot-remove = Kan ikke fjernes.
ui-who-approves = Hvem godkender?
ui-single-handed-rule = Du godkender selv, med en ny kode. Det bliver noteret.
ui-save-first = Vælg et udfald, og tryk på ”Vis brevet” først. Så kan du sende det til gennemsyn.
ui-nothing-leaves = Intet sendes, før det er godkendt.
ui-review-title = Læs svaret igennem
ui-the-letter = Brevet
ui-in-package = I pakken
ui-package-contents = Pakkens indhold
ui-as-person = Se sagen, som personen ser den
ui-withheld = Udeladt, og hvorfor
ui-withhold = Hvad skal ikke med i filen?
ui-withhold-more = Vælg, hvad der holdes tilbage, og på hvilken grund. Det kommer ikke med i filen. Personen får at vide, hvad det er, og hvorfor.
ui-withhold-whole = Det hele
ui-withhold-not = Udleveres
ui-provided-document = Personen har selv givet os det, efter samtykke eller en aftale
ui-hand-over = Udlever pakken
ui-hand-over-what = Til print, post eller skranke
ui-hand-over-more = Svaret er sendt. Hent pakken her, og giv den kun til personen selv eller den adresse, I havde i forvejen.
ui-hand-over-page = Læsbar side, til print
ui-hand-over-package = Hele pakken (ZIP)
ui-hand-over-large = Den læsbare side er for stor til at blive vist alene. Den ligger i pakken.
ui-hand-over-noted = Hver gang den hentes, skrives det i sagens historik.
ui-package-files = Filerne
ui-checked = Kontrolleret lige nu
ui-checked-again = Kontrolleres igen, når du sender.
ui-approve-what = Du godkender netop dette brev og denne pakke. Ændres de, falder godkendelsen væk.
ui-not-yours = En anden skal godkende svaret.
ui-not-right = Er det ikke rigtigt?
ui-comment = Hvad skal ændres?
ui-comment-hint = Til den, der skrev svaret.

## Send
ui-release = Send
ui-how-sent = Hvordan?
ui-via-mail = Pr. mail
ui-via-link =
    Link i { $n ->
        [one] { $n } dag
       *[other] { $n } dage
    }, { $downloads ->
        [one] { $downloads } hentning
       *[other] { $downloads } hentninger
    }
ui-via-post = Med posten
ui-via-person = Personligt eller mundtligt
ui-via-person-more = Når personen har bedt om det. Skriv et notat.
ui-no-channel = Ikke muligt: ingen mailadresse er bevist.
ui-no-postal = Ikke muligt: ingen postadresse i jeres systemer.
ui-posted-on = Postet den
ui-only-post = Kun med posten. Print brevet på denne side og, hvis der er en pakke, den læsbare side. Fristen stopper den dag, det er postet.
ui-handed-note = Notat
ui-only-person = Kun personligt: hvad der blev sagt, og hvordan du genkendte personen.
ui-late-reason = Hvorfor er det for sent?
ui-late-reason-hint = Personen får det at vide i brevet.
ui-send-then = Fristen stopper i dag. Et link kan lukkes med det samme, men et brev kan ikke hentes tilbage.
ui-renew-what = Personen får et nyt link. Det gamle holder op med at virke.
ui-old-link = Det gamle link
ui-open-until = Åbent til { $date }
ui-new-link-until = Det nye er åbent til
ui-package-kept = Pakken gemmes til

## Extend, withdraw
ui-extend-title = Forlæng fristen
ui-tell-by = Giv besked senest { $date }
ui-due-now = Nuværende frist
ui-how-often = Hvor ofte
ui-once = Én gang
ui-extend-ground = Af hvilken grund?
ui-extend-ground-more = Loven kender to. Sygdom, ferie og travlhed er ikke nogen af dem.
ui-extend-complexity = Anmodningen er kompliceret
ui-extend-complexity-more = Mange systemer, gamle formater, andres oplysninger imellem (artikel 12, stk. 3).
ui-extend-number = Der er mange anmodninger
ui-extend-number-more = Fra samme person (artikel 12, stk. 3).
ui-extend-why = Hvorfor, så personen forstår det
ui-extend-why-da = På dansk. Det fortsætter ”Vi forlænger fristen, fordi …”
ui-extend-why-sv = På svensk. Det fortsætter ”Vi förlänger svarstiden eftersom …”
ui-extend-why-en = På engelsk. Det fortsætter ”We extend the period because …”
ui-extend-why-hint = Hvad der tager tid, og hvorfor.
ui-disputable-hint = Sidste sikre dag er forbi. Grunden gemmes, og forlængelsen markeres: kan anfægtes.
ui-extend-do = Forlæng, og send brevet
ui-withdraw-evidence = Personen trækker det tilbage
ui-told-on = Sagt eller skrevet den
ui-evidence = Hvordan og med hvilke ord?
ui-evidence-hint = Ordret, hvis det er skrevet. Et opkald alene er ikke nok.
ui-undo-until = Personen kan fortryde til { $date }. Fristen løber imens.

## Enter a case
ui-enter-title = Opret en sag fra et brev, et opkald eller et besøg
ui-enter-counts = Tæller lige så meget som formularen
ui-enter-how = Hvordan og hvornår kom det?
ui-received-on = Modtaget den
ui-received-on-hint = Den dag, det nåede jer, også en lørdag, også i en forkert afdeling. Fristen begynder der.
ui-why-so-late = Hvorfor først nu?
ui-why-so-late-hint = Kun når det er mere end 30 dage siden.
ui-to-which-organisation = Til hvilken organisation?
ui-work-out-date = Regn datoen ud
ui-enter-who = Hvem er det fra?
ui-enter-who-more = Som det står. Én måde at nå personen på er nok. Adressen her får besked om sagen, aldrig et svar.
ui-protected-more = adressen skjules i lister og breve
ui-enter-rep = Handler nogen for personen?
ui-acts-as = Repræsentant
ui-rep-name = Repræsentantens navn
ui-rep-email = Repræsentantens mail
ui-rep-phone = Repræsentantens telefon
ui-rep-address = Repræsentantens postadresse
ui-enter-what = Hvad beder personen om?
ui-their-words = Personens egne ord
ui-their-words-hint = Ordret. I telefonen: det, du læste op. Udelad CPR-numre.
ui-rights-understood = Rettigheder, som du forstår det
ui-enter-doubt = Er du i tvivl, så vælg flere: kvitteringen siger, hvad I forstod, og personen kan rette det.
ui-scan = Scanning af brevet
ui-their-receipt = Kvitteringen
ui-receipt-how = Sådan får personen den
ui-receipt-print = På papir
ui-receipt-print-more = sagsnummer og kode, til at sende eller give
ui-receipt-by-mail = Pr. mail
ui-receipt-by-mail-more = kun sagsnummeret; koden kommer, når adressen er bekræftet
ui-letters-language = Sprog i vores breve
ui-good-to-know = Godt at vide
ui-perhaps-same = Måske samme person
ui-perhaps-same-more = Intet bliver lagt sammen af sig selv.
ui-on-the-phone = I telefonen
ui-on-the-phone-1 = Læs sagsnummeret op, aldrig koden.
ui-on-the-phone-2 = Spørg ikke efter CPR-nummer.
ui-on-the-phone-3 = Gentag, hvad du har forstået.
ui-entered-title = Sagen er oprettet
ui-entered-print = Print siden, og giv eller send den til personen. Koden vises kun nu.
ui-entered-mail = Kvitteringen er på vej pr. mail.
ui-enter-another = Opret en til

## Conflict
ui-conflict-nothing = Intet er gemt, intet er sendt
ui-conflict-more = Sagen ændrede sig, mens du skrev. Det, du skrev, er gemt nedenfor. Læs det nye, og gå så videre.
ui-conflict-changed = Det er ændret
ui-since-opened = siden du åbnede den
ui-open-as-now = Åbn sagen, som den er nu
ui-new-tab = i en ny fane; din tekst bliver her
ui-your-step = Det, du ville
ui-still-possible = Kan stadig lade sig gøre
ui-no-longer-possible = Kan ikke længere lade sig gøre
ui-you-typed = Du skrev
ui-do-it-now = Gør det nu
ui-keep-as-note = Gem som internt notat
ui-drop-it = Glem det

## The desk’s errors
ui-desk-error-403 = Det må du ikke her
ui-desk-error-404 = Det findes ikke
ui-desk-error-413 = Det er for stort
ui-desk-error-421 = Den adresse hører ikke til her
ui-desk-error-429 = For mange forsøg
ui-desk-error-500 = Noget gik galt
ui-desk-error-503 = Ikke lige nu
ui-desk-error-500-body = Intet er gemt. Prøv igen; sker det igen, så tal med din administrator.
ui-desk-error-form = Siden er for gammel eller kom fra et andet sted. Åbn den igen, og prøv så.

## Letters and jobs, the demo’s mails
ui-jobs-title = Breve og job, der ikke lykkedes
ui-jobs-waiting =
    { $n ->
        [one] { $n } venter på næste forsøg
       *[other] { $n } venter på næste forsøg
    }
ui-jobs-empty = Alt er kommet af sted
ui-jobs-empty-more = Her står breve og job, som vi har opgivet efter flere forsøg.
ui-job = Hvad
ui-why-failed = Hvorfor
ui-tries = Forsøg
ui-last-try = Sidste forsøg
ui-let-go = Opgiv
ui-job-send_letter = Send et brev
ui-job-send_staff_mail = Send en mail til en medarbejder
ui-job-search_source = Søg i en kilde
ui-job-build_package = Lav en pakke
job-failed-mail_address = Mailen kunne ikke sættes sammen. Se på adressen.
job-failed-mail_refused = Mailserveren afviste mailen for altid. Se på adressen.
job-failed-mail_later = Mailserveren tog ikke imod mailen, uanset hvor ofte det blev prøvet.
job-failed-mail_sign_in = Mailserveren afviste vores log-in. Se på mail.username og mail.password.
job-failed-mail_away = Mailserveren kunne ikke nås eller svarede ikke.
job-failed-mail_tls = Ingen sikker forbindelse til mailserveren. Se på mail.tls og serverens certifikat.
job-failed-mail_folder = Mailen kunne ikke skrives i mailmappen.
job-failed-template = Mailens tekst kunne ikke udfyldes. Skabelonen skal rettes.
job-failed-source = Kilden kunne ikke gennemsøges. Opgaven på sagen siger hvorfor.
job-failed-unavailable = Noget, arbejdet har brug for, svarede ikke.
job-failed-died = Programmet stoppede hver gang, mens det arbejdede på det.
job-failed-unknown_job = Denne version af programmet kender ikke opgaven.
job-failed-broken = En fejl i programmet eller i det, det gemmer. Loggen siger mere.
ui-technical = Teknisk detalje
ui-held = Mails holdes tilbage
ui-held-more = Systemet er genskabt fra en sikkerhedskopi. Breve, påmindelser og links venter, til en person siger god for det.
ui-held-release = Lad dem gå
ui-heads-away = Ændringer kan ikke bevises
ui-heads-away-more = Signerede kontrolpunkter når ikke den mappe, de skal ligge i. Sig det til den, der driver serveren: kør indsigt doctor.
ui-mails-title = Mails fra demoen
ui-mails-count =
    { $n ->
        [one] { $n } mail, den nyeste øverst
       *[other] { $n } mails, de nyeste øverst
    }
ui-mails-only-demo = Denne side findes kun i demoen
ui-mails-more = Intet blev sendt. Her læser du det, personerne og medarbejderne ville have fået.
ui-mails-none = Ingen mails endnu
ui-mail-to = Til og emne
ui-the-mail = Mailen

## What just happened
ui-done-sent = Brevet er på vej
