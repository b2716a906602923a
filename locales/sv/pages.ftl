### Words of the pages that no other part of the product uses.

## Everywhere
ui-language = Språk
ui-about-site = Om sidan
ui-privacy-policy = Integritetspolicy
ui-ask-dpo = Fråga vårt dataskyddsombud
ui-ask-person = Fråga efter { $name }
ui-company-number = Organisationsnummer
ui-not-yet = inte ännu
ui-missing = saknas
ui-else = annars
ui-paused-else = Pausad, annars
ui-on-pause = Pausad, annars
ui-today = i dag
ui-or = eller
ui-by-date = Senast { $date }
ui-note-inside = Internt, skickas aldrig
ui-read-letter = Läs brevet
ui-case = Ärende
ui-name = Namn
ui-deadline = Svarsdatum
ui-call = Ring { $phone }.
ui-counts-as-much = Det räknas lika mycket.
ui-undo = Ångra
ui-undo-by = Ångra senast
ui-see-case = Se ärendet
ui-what-now = Vad händer nu?
ui-months =
    { $n ->
        [one] { $n } månad
       *[other] { $n } månader
    }
ui-sent = Skickat
ui-country-dk = Danmark
ui-country-se = Sverige
ui-paste = Du får gärna klistra in den. Mellanslag spelar ingen roll.

## Rights as short labels
ui-right-access = Tillgång
ui-right-rectification = Rättelse
ui-right-erasure = Radering
ui-right-restriction = Begränsning
ui-right-portability = Dataportabilitet
ui-right-objection = Invändning
ui-right-marketing_objection = Stoppa reklam
ui-right-automated_decision = Automatiserat beslut
ui-right-consent_withdrawal = Återkallat samtycke

## Choose an organisation
ui-choose-title = Vem vill du fråga?
ui-choose-lead = Här svarar flera organisationer, var och en för sig. Välj den du har haft att göra med.
ui-choose-list = Organisationer
ui-choose = Välj
ui-choose-unsure = Är du osäker?
ui-choose-unsure-body = Namnet står längst ner på fakturan och i mejlet du fick när du köpte. Väljer du fel säger vi till och visar vägen.
ui-choose-several = Vill du fråga flera?
ui-choose-several-body = Skicka då en begäran till var och en. De svarar var för sig.

## Start
ui-start-promise =
    { $n ->
        [one] { $n } dag är vårt löfte. Lagen säger en månad.
       *[other] { $n } dagar är vårt löfte. Lagen säger en månad.
    }
ui-start-law = Lagen ger oss en månad.
ui-start-marketing = Reklam slutar vi med senast nästa arbetsdag.
ui-start-quick = Två minuter
ui-start-quick-more = Fem korta frågor. Inget konto, ingen app.
ui-start-free = Det är gratis
ui-start-free-more = Och du behöver inte förklara varför du frågar.
ui-start-only-you = Bara till dig
ui-start-only-you-more = Vi skickar aldrig dina uppgifter till en adress som vi inte har kontrollerat.
ui-start-how = Så går det till
ui-start-how-1 = Du skriver till oss här
ui-start-how-1-more = Du får genast ett ärendenummer och en kod så att du kan följa ärendet.
ui-start-how-2 = Vi ser till att det är du
ui-start-how-2-more = Oftast med en kod till en e-postadress som vi redan hade eller ett samtal till ett nummer vi hade.
ui-start-how-3 = Vi hittar uppgifterna
ui-start-how-3-more = I våra egna system och hos dem som arbetar åt oss.
ui-start-how-4 = Du får ett svar
ui-start-how-4-more = Skrivet så att det går att förstå. Säger vi nej till något får du veta skälet och var du kan klaga.
ui-number-title = Skriv inte ditt personnummer här
ui-number-body = Skicka inte heller pass, kontonummer eller uppgifter om hälsa.
ui-number-more = Behöver vi mer frågar vi och visar ett säkert sätt.
ui-other-phone = Ring oss på { $phone }.
ui-other-write = Skriv till { $email }.

## The questions
ui-objection-hint = Det hjälper oss att avgöra ärendet. Du kan också skriva det senare.
ui-about-label = Var och när har du haft med oss att göra?
ui-other-ids = Annat som vi kan känna igen dig på
ui-other-ids-hint = En gammal e-postadress, ett annat nummer, ett kundnummer eller ett tidigare namn.
ui-contact-lead = E-post, telefon eller post. Ett sätt räcker.
ui-address-hint = Om du vill ha svar på papper.
ui-leave-empty = Lämna fältet tomt
ui-who-guardian = Någon som jag är god man eller förvaltare för
ui-who-lawyer = Någon som jag är advokat för
ui-who-another = Frågar du för någon annan?
ui-who-name = Den andra personens namn
ui-who-clock = Tiden löper från i dag, även medan vi tittar på fullmakten. Svaret går till den som det gäller, om inte fullmakten säger något annat.
ui-who-email = Den andras e-post
ui-who-phone = Den andras telefon
ui-who-address = Den andras postadress
ui-who-contact = Så att vi kan hitta rätt uppgifter och nå den de handlar om. Våra brev går till dig.
ui-last-step = Sista steget: kontrollera dina svar
ui-check-asks = Det här ber du om
ui-check-you-want = Du vill
ui-check-you = Om dig
ui-check-file = Vill du bifoga något?
ui-authority-here = bifoga det här eller skicka det senare från ärendets sida.
ui-check-next = När du skickar
ui-not-given = Inte angivet
ui-answer-in = Svar på

## Receipt
ui-receipt = Kvitto
ui-receipt-by-then = Senast den dagen får du svar
ui-receipt-promise =
    { $n ->
        [one] Det är vårt löfte: { $n } dag. Enligt lagen har vi på oss till { $date }. Det tidigaste datumet gäller.
       *[other] Det är vårt löfte: { $n } dagar. Enligt lagen har vi på oss till { $date }. Det tidigaste datumet gäller.
    }
ui-receipt-law = Det är lagens tidsfrist: en månad från den dag då vi tog emot din begäran.
ui-receipt-promise-same =
    { $n ->
        [one] Det är vårt löfte: { $n } dag. Lagens tidsfrist går ut samma dag.
       *[other] Det är vårt löfte: { $n } dagar. Lagens tidsfrist går ut samma dag.
    }
ui-understood = Så här har vi förstått dig
ui-follow = Följ ärendet
ui-receipt-mail = Öppna mejlet från oss
ui-receipt-who = Kanske frågar vi vem du är
ui-receipt-who-more = Bara om vi är osäkra, och bara om det nödvändiga.
ui-code-once = Koden visas bara här
ui-code-never-asked = Vi frågar aldrig efter din kod i telefon.

## Find a case
ui-find-title = Hitta mitt ärende
ui-find-lead = Båda står på ditt kvitto.
ui-reference-hint = Till exempel K7QF-2M9D. Du kan använda både stora och små bokstäver.
ui-code-hint = Siffrorna från kvittot. Mellanslag spelar ingen roll.
ui-open-case = Öppna ärendet
ui-lost-code = Har du tappat bort koden?
ui-lost-title = Få en ny kod
ui-lost-lead = Skriv ärendenumret. Vi skickar en länk som visar en ny kod till den e-postadress som du har bekräftat.
ui-lost-send = Skicka en länk till mig
ui-lost-sent = Titta i din e-post
ui-lost-sent-more = Finns ärendet och har du bekräftat en e-postadress är en länk till en ny kod på väg. Den gamla koden fungerar tills du har fått se den nya.
ui-lost-nothing = Kommer inget mejl?
ui-lost-phone = Ring { $phone } och läs upp ärendenumret.
ui-lost-write = Skriv till oss med ärendenumret.

## Status
ui-needed = Det här behöver vi från dig
ui-needed-by = Svara senast { $date }.
ui-needed-pauses = Medan vi väntar står tiden stilla.
ui-identity-code-hint = Från mejlet vi nyss skickade. Du får gärna klistra in den.
ui-identity-enter = Det är jag
ui-identity-offered = Öppna mejlet på den adress som vi redan hade och hämta koden där.
ui-identity-done = Tack. Nu vet vi att det är du.
ui-extended-once = Vi har förlängt en gång.
ui-how-date = Så är datumet uträknat
ui-answers = Dina svar
ui-your-answer = Ditt svar
ui-sent-on = Skickat { $date }.
ui-open-by-mail = Länken i mejlet är öppen till { $date }.
ui-you-asked = Det här bad du om
ui-withdraw-short = Ta tillbaka
ui-messages = Meddelanden
ui-files = Dina filer
ui-files-yours = Det här har du skickat oss:
ui-complain-first = Skriv till oss här på sidan. Ofta kan vi rätta det genast.
ui-complain-authority = Du kan också klaga hos { $authority }, eller väcka talan i domstol.
ui-regret = Har du ändrat dig?
ui-regret-more = Du kan ta tillbaka allt eller en del av det.
ui-message-sent = Vi har fått ditt meddelande
ui-message-sent-more = Det ligger på ärendets sida. Vi svarar dig där.
ui-letter-title = Brev till dig
ui-track-received = Mottagen
ui-track-identity = Vi vet att det är du
ui-track-identity-later = Vi ser till att det är du
ui-track-collecting = Vi samlar in dina uppgifter
ui-track-collected = Vi har samlat in dina uppgifter
ui-track-acting = Vi gör det du har bett om
ui-track-acted = Vi har gjort det du bad om
ui-track-searched = Vi har letat efter dina uppgifter
ui-track-assessed = Vi har tittat på det du bad om
ui-track-review = En kollega granskar svaret
ui-track-review_alone = Vi granskar svaret
ui-track-reviewed = En kollega har granskat svaret
ui-track-reviewed_alone = Vi har granskat svaret
ui-track-review-more = Så att andras uppgifter inte kommer med
ui-track-answer = Ditt svar är klart
ui-track-answered = Vi har svarat dig
ui-track-waiting = Vi väntar på svar från dig

## Withdraw
ui-withdraw-hint = Välj det som vi inte ska arbeta mer med.
ui-withdraw-then = Vad händer sedan?
ui-withdraw-stop = Vi slutar arbeta med det och skickar en bekräftelse.
ui-withdraw-again = Du kan alltid skicka en ny begäran.
ui-withdraw-do = Ta tillbaka det
ui-withdraw-not = Nej, gå tillbaka till ärendet
ui-withdrawn-title = Du har tagit tillbaka din begäran
ui-withdrawn-all = Vi har slutat. Du behöver inte göra mer.
ui-withdrawn-some = Det är stoppat. Resten av ärendet arbetar vi vidare med.
ui-withdrawn-seven = Därefter kan du alltid skicka en ny begäran.
ui-withdrawn-what = Det här tog du tillbaka
ui-stopped-on = Stoppad { $date }
ui-withdrawn-1 = Vi skickar en bekräftelse
ui-withdrawn-1-more = Till din e-postadress, om du har angett en.
ui-withdrawn-2 = Ångrar du dig fortsätter vi där vi slutade
ui-withdrawn-2-more = Datumet är fortfarande { $date }. Du förlorar ingen tid.
ui-withdrawn-3 = Annars avslutar vi ärendet
ui-withdrawn-3-more = Vi sparar att du frågade och tog tillbaka det.
ui-not-you = Var det inte du?
ui-not-you-more = Ångra i så fall ovan. Det kan inte kosta dig något att någon annan har tryckt.

## Links from mails
ui-confirm-ask = Är det din e-postadress?
ui-confirm-ask-more = Tryck på knappen så vet vi att mejl till dig kommer fram.
ui-confirm-do = Ja, det är min adress
ui-confirm-not-you = Gör i så fall ingenting och radera mejlet. Vi använder bara adressen för att svara i ärendet.
ui-confirm-done = Din e-postadress fungerar
ui-confirm-done-more = Vi skriver till den när det händer något i ärendet.
ui-confirm-closed = Länken är stängd
ui-confirm-closed-more = Den är använd eller för gammal. Har du redan tryckt en gång är allt i sin ordning.
ui-fetch-ask = Visa oss att det är du
ui-fetch-ask-more = Tryck på knappen när du är redo. Då skickar vi en kod till { $masked }.
ui-fetch-send = Skicka koden till mig
ui-fetch-again = Skicka en ny kod
ui-fetch-not-you = Tryck i så fall inte på knappen. Har du inte frågat oss om dina uppgifter kan du säga till oss.
ui-fetch-enter = Skriv koden från mejlet
ui-fetch-done = Nu vet vi att det är du
ui-fetch-done-more = Vi arbetar vidare nu. Du behöver inte göra mer.
ui-fetch-closed = Länken är stängd
ui-fetch-closed-more = Den är använd eller för gammal. Öppna ditt ärende: där står vad vi behöver.
ui-no-code = Fick du ingen kod?
ui-no-code-more = Vänta en minut och titta i skräpposten. Bara den senaste koden fungerar.

## The answer
ui-answer-why-code = Länken ensam räcker inte. Det skyddar dig om någon annan får tag i mejlet.
ui-answer-open = Öppna mitt svar
ui-answer-paper = Ring { $phone } om du hellre vill ha svaret på papper.
ui-downloads =
    { $n ->
        [one] Hämtat { $used } av { $n } gång.
       *[other] Hämtat { $used } av { $n } gånger.
    }
ui-answer-how = Så här gör du
ui-answer-how-1 = Börja med brevet
ui-answer-how-1-more = Det förklarar vad vi har hittat och vad vi inte har tagit med.
ui-answer-how-2 = Läs dina uppgifter
ui-answer-how-2-more = En sida som du öppnar i webbläsaren. Du behöver inte installera något.
ui-answer-how-3 = Spara hela paketet
ui-answer-how-3-more = Välj en plats som bara du använder. Inte en dator på biblioteket.
ui-file-letter = Brevet till dig
ui-file-letter-get = Hämta brevet som text
ui-letter-print = Skriv ut sidan om du vill ha brevet på papper.
ui-file-page = Dina uppgifter att läsa
ui-file-page-more =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
ui-file-package = Hela paketet
ui-file-package-more = Att spara eller ge till ett annat företag.
ui-file-package-get = Hämta paketet
ui-sha-of-package = SHA-256 för paketet:
ui-answer-missing = Tycker du att något saknas kan du skriva till oss på ärendets sida:
ui-close-link = Vill du stänga länken nu?
ui-close-link-do = Stäng länken genast
ui-new-link = Få en ny länk till ditt svar
ui-new-link-more = Vi skickar den till den adress där du har visat att det är du. Den gamla länken stängs.
ui-new-link-sent = En ny länk är på väg
ui-new-link-sent-more = Öppna mejlet från oss och ha koden till hands.
ui-link-closed = Länken är stängd
ui-link-closed-more = Ditt svar finns kvar. Öppna ditt ärende med nummer och kod och be om en ny länk.

## Errors
ui-error-403-title = Sidan har varit öppen för länge
ui-error-403-body = Vi har inte tagit emot något. Gå tillbaka i webbläsaren, ladda om sidan och skicka igen.
ui-error-404-title = Sidan finns inte
ui-error-404-body = Länken kan vara stängd eller felskriven. Ditt ärende finns kvar.
ui-error-413-title = Det är för stort
ui-error-413-body = Högst { $max } MB åt gången. Skicka filerna var för sig eller på papper.
ui-error-421-title = Den adressen hör inte hit
ui-error-421-body = Kontrollera att länken är rätt skriven och öppna den igen.
ui-error-429-title = För många försök
ui-error-429-body =
    { $n ->
        [one] Försök igen om { $n } minut. Ditt svarsdatum ändras inte.
       *[other] Försök igen om { $n } minuter. Ditt svarsdatum ändras inte.
    }
ui-error-500-title = Något gick fel hos oss
ui-error-500-body = Står det inte ”Vi har tagit emot din begäran” har vi den inte ännu. Försök igen eller ring.
ui-error-503-title = Vi är strax tillbaka
ui-error-503-body =
    { $n ->
        [one] Sidan är nere i cirka { $n } minut. Det du skickade nyss är inte mottaget.
       *[other] Sidan är nere i cirka { $n } minuter. Det du skickade nyss är inte mottaget.
    }
ui-error-mail = Kom du från ett mejl?
ui-error-mail-more = Länkar till svar stängs senast efter sju dagar. Öppna ditt ärende med nummer och kod och be om en ny.
ui-talk = Vill du hellre prata med någon?
ui-to-front = Till startsidan

## The desk: the bar and common words
ui-main-nav = Huvudmeny
ui-queue = Kö
ui-queues = Köer
ui-jobs = Brev och jobb
ui-demo-mails = Läs demons mejl
ui-demo-door = Demo.
ui-search = Sök
ui-search-label = Sök på ärendenummer, e-post, telefon eller namn
ui-search-hint = Ärendenummer, e-post eller telefon
ui-search-results = Hittat
ui-search-exact = Sökningen är exakt: hela ärendenumret, hela adressen, hela numret eller hela ord av namnet.
ui-search-more = Fler stämmer. Skriv mer.
ui-sessions = Dina sessioner
ui-sessions-more = Alla sessioner avslutas när ditt lösenord, din kod eller din roll ändras.
ui-this-session = Den här sessionen
ui-end = Avsluta
ui-end-others = Avsluta alla andra
ui-since = Sedan
ui-last-used = Senast använd
ui-sign-in = Logga in
ui-sign-out = Logga ut
ui-lost-factor = Tappat telefonen? Skriv en återställningskod i stället för de sex siffrorna. Glömt lösenordet? Be din administratör om en ny länk.
ui-organisation = Organisation
ui-all = Alla
ui-filter = Filtrera
ui-next-page = Nästa sida
ui-to = Till
ui-from = Från
ui-when = När
ui-staff = Medarbetare
ui-source = Källa
ui-category = Kategori
ui-records = Poster
ui-record-count =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
ui-in-all = Totalt
ui-file = Fil
ui-size = Storlek
ui-none = Inget
ui-nobody = Ingen
ui-no-name = Utan namn
ui-now = Nu
ui-open = Öppet
ui-outcome = Utfall
ui-identity = Identitet
ui-requests = Begäranden
ui-tasks = Arbetsuppgifter
ui-findings = Fynd
ui-history = Historik
ui-conversation = Konversation
ui-clock = Tidsfrist
ui-right = Rättighet
ui-state = Status
ui-due = Svara senast
ui-assignee = Handläggare
ui-written-by = Skrivet av
ui-approved-by = Godkänt av
ui-channel = Kanal
ui-for-which = För vilka begäranden?
ui-new-date = Nytt datum
ui-try-again = Försök igen

## Getting to the desk
ui-welcome = Välkommen, { $name }
ui-invite-step-1 = Steg 1 av 2: lösenord
ui-invite-step-2 = Steg 2 av 2: tvåstegsverifiering
ui-invite-lead = Du är inbjuden till { $brand }, där ni svarar människor som frågar om sina uppgifter.
ui-sign-in-as = Logga in som
ui-choose-password = Välj ett lösenord
ui-password-hint = Minst 12 tecken. Fyra ord som inte hör ihop är bättre än ett ord med specialtecken. Du får gärna klistra in det.
ui-password-again = Skriv det igen
ui-to-second-step = Vidare till steg 2
ui-invite-until = Länken fungerar en gång, till { $date }.
ui-factor-title = Lägg till din telefon
ui-factor-lead = Alla här loggar in i två steg. En autentiseringsapp gör en ny kod varje halv minut, även utan nät.
ui-factor-scan = Skanna koden eller skriv nyckeln
ui-factor-qr = QR-kod med samma nyckel som nedan
ui-factor-key = Nyckel
ui-factor-account = Konto
ui-factor-once = Visas bara nu.
ui-factor-codes =
    { $n ->
        [one] Spara { $n } återställningskod
       *[other] Spara { $n } återställningskoder
    }
ui-factor-codes-more = Tappar du telefonen fungerar var och en av dem en gång. Skriv ut dem eller lägg dem i en lösenordshanterare; inte i telefonen.
ui-factor-show = Visa att det fungerar
ui-factor-show-hint = Innan koden stämmer gäller inget av det ovan.
ui-factor-kept = Jag har sparat återställningskoderna på en säker plats
ui-factor-finish = Slutför och öppna kön
ui-step-up = Är det fortfarande du?
ui-fresh-code = En ny kod. Den du loggade in med gäller inte.

## Queue
ui-tab-mine = Mina
ui-tab-unassigned = Utan handläggare
ui-tab-due_soon = Snart dags
ui-tab-overdue = Försenade
ui-tab-paused = Pausade
ui-tab-open = Alla öppna
ui-tab-closed = Avslutade
ui-letters-title = Brev att skriva ut
ui-letters-more = Skriv ut brevet, skicka det och anteckna dagen. En fråga stannar tiden först den dag den skickas.
ui-letters-empty = Inga brev väntar
ui-letters-empty-more = Brev till personer utan e-postadress ligger här tills de är skickade.
ui-letter-written = Skrivet
ui-letter-to-post = Skriv ut sidan och skicka brevet. Anteckna sedan dagen.
ui-letter-receipt = Kvittot med koden är det som skrevs ut när ärendet lades in. Anteckna dagen då det skickades eller lämnades över.
ui-letter-posted-hint = Poststämpelns dag, eller dagen då brevet lämnades över.
letter-name-receipt = Kvitto
letter-name-receipt_corrected = Rättat kvitto
letter-name-new_code = Länk till ny kod
letter-name-ask_identity = Fråga om identitet
letter-name-code_link = Länk till kod
letter-name-code = Kod
letter-name-reply_thanks = Tack för svaret
letter-name-resumed = Nytt datum
letter-name-person_reminder = Påminnelse
letter-name-message_waiting = Meddelande väntar på ärendesidan
letter-name-extension = Förlängd tid
letter-name-withdrawn = Återtagen begäran
letter-name-answer = Svar
letter-name-answer_ready = Svaret är klart
ui-group-late = Försenade
ui-group-today = I dag
ui-group-soon = Inom 7 dagar
ui-group-later = Senare
ui-group-paused = Pausade
ui-group-closed = Avslutade
ui-queue-caption = Begäranden, tidigaste datum först
ui-nth = { $n } av { $all }
ui-empty-all = Inga öppna begäranden
ui-empty-closed = Inget är avslutat än
ui-see-unassigned = Se dem utan handläggare
ui-getting-started = Kom i gång
ui-first-day = Första dagen här?
ui-first-day-1 = Ta en begäran
ui-first-day-1-more = Ärendets sida säger vad du ska göra nu och senast när.
ui-first-day-2 = Ta reda på vem det är
ui-first-day-2-more = Adressen i formuläret styrker inget. Använd en som ni redan hade.
ui-first-day-3 = Hitta, granska, svara
ui-first-day-3-more = Källorna söks igenom åt dig. Svaret godkänns innan något skickas.
ui-how-they-come = Så kommer begäranden hit
ui-phone-and-letter = Telefon och brev

## Case
ui-place = Var du är
ui-letters-in-da = svar på danska
ui-letters-in-sv = svar på svenska
ui-letters-in-en = svar på engelska
ui-next-for-you = Nästa steg
ui-next-claim = Ta begäran
ui-next-identify = Ta reda på vem det är
ui-next-collect = Börja samla in
ui-next-tasks = Besvara de arbetsuppgifter som är kvar
ui-next-tasks-why =
    { $all ->
        [one] { $done } av { $all } ställe har svarat.
       *[other] { $done } av { $all } ställen har svarat.
    }
ui-next-write = Skriv svaret och skicka det för granskning
ui-next-review = Granska svaret
ui-next-send = Skicka svaret
ui-next-wait = Vi väntar på personen
ui-next-wait-why = Frågat den { $day }. Anteckna dagen när svaret kommer.
ui-next-post = Brevet ska skickas
ui-next-post-why = Frågan skrevs den { $day } och är inte skickad än.
ui-letter-open = Öppna och skriv ut brevet
ui-next-other = En kollega arbetar med det
ui-next-done = Allt är besvarat
ui-next-stopped = Stoppat från en känd adress: tala med den GDPR-ansvariga
ui-on-this-page = På den här sidan
ui-about-case = Om ärendet
ui-you-can = Det här kan du göra
ui-numbers-show = Visa dolda nummer
ui-numbers-hide = Dölj numren igen
ui-numbers-hidden = Något i texten ser ut som ett personnummer och är dolt. Att visa det antecknas.
ui-to-person-da = Till personen, på danska
ui-to-person-sv = Till personen, på svenska
ui-to-person-en = Till personen, på engelska
ui-send-to-person = Skicka till personen
ui-no-messages = Inga meddelanden än
ui-attached = Bifogat
ui-holder-source = ansluten källa
ui-holder-hand = besvaras av en kollega
ui-task-open = Inte besvarad
ui-task-running = Söker nu
ui-task-done = Besvarad
ui-task-failed = Kunde inte besvaras
ui-task-cancelled = Behövs inte längre
ui-no-tasks = Inga arbetsuppgifter än. De kommer när insamlingen börjar.
ui-answer-task = Svara
ui-read-findings = Läs
ui-found = Det här hittades
ui-matched-by = Hittat med
ui-no-findings = Inga fynd än
ui-other-ids-staff = Andra kännetecken
ui-unproven-match = Något som inte är styrkt stämmer: fråga först
ui-before-answer = Innan ett svar kan skickas
ui-linked = Andra ärenden från personen
ui-chain-whole = Visade poster är kontrollerade, { $n } totalt
ui-chain-broken = Kedjan är bruten: tala med den GDPR-ansvariga
ui-delivered = levererat
ui-on-its-way = på väg
ui-to-be-posted = på papper, ska skickas
ui-handed-over = på papper, lämnat
ui-behind-link = tillsammans med svaret, bakom länken
ui-not-delivered = kom inte fram
ui-judged-none = inte bedömd
ui-judged-unjudged = inte bedömd än
ui-judged-accepted = godtagen
ui-judged-refused = avvisad
ui-rep-none = Nej, personen skriver själv
ui-rep-parent = Förälder
ui-rep-guardian = God man eller förvaltare
ui-rep-lawyer = Advokat
ui-rep-attorney = Har fullmakt
ui-rep-heir = Arvinge

## Why a step can or cannot be taken
ui-why-level = Kräver identitet på nivå { $n }
ui-why-tasks =
    { $n ->
        [one] { $n } arbetsuppgift saknar svar
       *[other] { $n } arbetsuppgifter saknar svar
    }
ui-why-incomplete = Svaret är inte färdigskrivet
ui-why-package = Paketet skapas nu
ui-why-until = Till och med { $date }

## What a step needs, as a list
ui-tick-level = Identitet på nivå { $n }
ui-tick-tasks = Alla ställen har svarat
ui-tick-outcome = Utfall
ui-tick-reason = Skäl
ui-tick-complaint = Var man kan klaga
ui-tick-court = Domstol
ui-tick-date = Nytt datum
ui-tick-schema = Alla delar följer schemat
ui-tick-hashes = Kontrollsummorna stämmer
ui-tick-channel = Adressen är styrkt
ui-tick-approved = Granskat och godkänt

## Look up
ui-lookup-title = Vem är personen i våra system?
ui-lookup-by = Vi söker med
ui-lookup-nothing-kept = En slagning sparar inget. Historiken får en rad: att du sökte, med vad, var och hur många som hittades.
ui-lookup-records = Välj personens poster
ui-lookup-kept = Inget sparas från en slagning
ui-lookup-kept-more = Kandidaterna är borta när du lämnar sidan. Bara det du väljer hamnar i ärendet.
ui-id-kind-name = Namn
ui-id-kind-email = E-post
ui-id-kind-phone = Telefon
ui-id-kind-postal = Adress
ui-id-kind-customer = Kundnummer
ui-id-kind-other = Annat
ui-proven = Personen har visat att det är deras
ui-unproven = Inte styrkt: det som stämmer visas dolt och styrker inget
ui-candidates =
    { $n ->
        [one] { $n } kandidat
       *[other] { $n } kandidater
    }
ui-strong-match = Stark träff
ui-weak-match = Svag träff
ui-weak-more = Dolt tills något bevisat pekar hit. Så länge kan ni inte svara ”inget funnet”: fråga först, eller säg att det är någon annan.
ui-name-there = Namn där
ui-how-matched = Så stämmer det
ui-match-exact = { $kind }, exakt
ui-match-normalised = { $kind }, när versaler och mellanslag inte räknas
ui-since-day = sedan { $day }
ui-this-is-them = Det är personen
ui-none-is-them = Ingen av dem är personen
ui-no-candidates = Inga kandidater
ui-no-candidates-more = Inget i källorna stämmer med det som är styrkt.
ui-let-prove = Låt personen styrka det
ui-address-young =
    { $n ->
        [one] Kan inte användas: den kom till mindre än { $n } dag före begäran.
       *[other] Kan inte användas: den kom till mindre än { $n } dagar före begäran.
    }
ui-send-code = Skicka koden
ui-code-rules = Vi skriver till adressen; personen hämtar koden när det passar. Åtta siffror, 10 minuter, fem försök. Den ger nivå 2 och öppnar inget.
ui-contact-back = Eller anteckna att du själv nådde personen
ui-contact-back-rule = Ring, skriv eller mejla till det som stod hos er före begäran. Aldrig till det som står i den.
ui-where-on-record = Var stod det?
ui-another-place = Någon annanstans, skriv det nedan
ui-place-on-record = Plats och adress
ui-place-on-record-hint = Systemet och det som stod, till exempel ”kundkort, telefon, sedan 2024”.
ui-how-reached = Så nådde du personen
ui-reached-phone = Jag ringde
ui-reached-email = Jag skrev ett mejl
ui-reached-post = Jag skrev ett brev
ui-reached-counter = Personen var här
ui-on-day = Dag
ui-at-time = Klockan
ui-what-sure = Vad gjorde dig säker?
ui-what-sure-hint = Vad du frågade och att svaret var rätt. Inte själva svaret.
ui-document-too = Jag såg också legitimation.
contact-seen_file = Vilka filer visar legitimationen? De raderas när du antecknar det.
ui-record-level-2 = Anteckna och sätt nivå 2
ui-level-needed = Krävs
ui-searched = Sökt i
ui-hits =
    { $n ->
        [one] { $n } träff
       *[other] { $n } träffar
    }

## Ask who it is
ui-pauses-until = Paus om frågan ställs senast { $date }
ui-too-late-to-pause = För sent för en paus: tiden löper
ui-doubt-rule = Tvivlet ska vara rimligt, gälla den här personen och stå här. Man får inte fråga alla.
ui-doubt-other_address = Personen skriver från en annan adress än den vi hade
ui-doubt-several = Flera personer stämmer
ui-doubt-changed = Posten ändrades strax före begäran
ui-doubt-other = Något annat
ui-doubt-words-da = Tvivlet i ord, på danska. Det fortsätter ”Vi er i tvivl om, hvem du er, fordi …”
ui-doubt-words-sv = Tvivlet i ord, på svenska. Det fortsätter ”Vi är osäkra på vem du är eftersom …”
ui-doubt-words-en = Tvivlet i ord, på engelska. Det fortsätter ”We are in doubt about who you are because …”
ui-ask-what = Vad ber du om?
ui-ask-least = Det minsta som avgör det. Ett räcker oftast.
ui-ask-code = En kod som hämtas via adressen vi hade
ui-ask-code-more = Ger nivå 2.
ui-ask-call = Att personen svarar när vi ringer numret vi hade
ui-ask-call-more = Ger nivå 2.
ui-ask-number = Ett ordernummer eller kundnummer
ui-ask-number-more = Hjälper oss att hitta personen. Styrker inget ensamt.
ui-ask-document = Att visa legitimation i kundtjänst eller i ett samtal
ui-ask-document-more = Sista utvägen, och bara tillsammans med något av de två första. Vi tittar, antecknar och sparar inget.
ui-reply-by = Svara senast
ui-effect = Det här händer med begärandena
ui-when-asked = När du frågar
ui-pauses = Pausas
ui-runs-on = Löper vidare
ui-effect-needs = kräver nivå { $n }, har nivå { $has }
ui-effect-none = kräver ingen nivå, och vi får inte fråga
ui-effect-late = frågat för sent för en paus
ui-effect-reached = nivån är nådd
ui-last-day-pause = Sista dag då en fråga pausar tiden
ui-orders-queue = ligger kvar och styr kön tills personen svarar
ui-send-and-pause = Skicka och pausa
ui-send-letter = Skicka brevet
ui-show-letter = Visa brevet
ui-together = Brevet skickas och datumet ändras samtidigt, eller inte alls.
ui-ask-on-paper = Personen har ingen e-postadress. Brevet läggs bland dem som ska skrivas ut, och tiden stannar först den dag du antecknar att det är skickat.
ui-write-letter = Skriv brevet
ui-letter-so-far = Brevet som det står

## Reply, resume
ui-replied-on = Svaret kom den
ui-replied-on-hint = Den dag det nådde er. Tidigast { $day }, då frågan skickades.
ui-reply-what = Vad var svaret?
ui-reply-what-hint = Kort, till historiken. Visas inte för personen.
ui-reply-then = Tiden löper igen från den dagen. Personen får ett brev med det nya datumet.
ui-resume-why = Varför ska tiden löpa igen?

## Collect, tasks
ui-where-to-look = Var ska vi leta?
ui-look-for = Leta efter
ui-connected = Anslutna källor, söks igenom åt dig
ui-by-hand = Ställen där någon letar för hand
ui-tasks-due = Arbetsuppgifterna ska vara besvarade senast
ui-collect-then = Varje ställe blir en arbetsuppgift. Svaret kan skrivas när alla har svarat.
ui-task-lead = Hitta det vi har om personen och skriv var du letade. Du avgör inget: det läses igenom först.
ui-source-failed = Källan gick inte att söka i
ui-what-found = Vad hittade du?
ui-found-yes = Något om personen
ui-found-yes-more = Klistra in det eller lägg till filer. Ta med allt, även det som ser oviktigt ut.
ui-found-none = Inget
ui-found-none-more = Det är också ett svar. Skriv var och med vad du letade.
ui-paste-text = Klistra in text
ui-paste-hint = En tabell från ett kalkylblad behåller sina rader och kolumner.
ui-paste-as = Det inklistrade är
ui-paste-as-text = text som den står
ui-paste-as-table = en tabell med rubriker (CSV eller från ett kalkylblad)
ui-paste-as-json = JSON
ui-add-files = Eller lägg till filer
ui-add-files-hint = CSV, JSON, PDF, text eller bilder, högst { $n } filer på { $max } MB var. Sparas förseglat, öppnas aldrig här.
ui-data-kind = Vilken sorts uppgifter?
ui-data-kind-hint = Till exempel beställningar, samtal eller anteckningar.
ui-data-from = Var kommer de från?
ui-provided-yes = Personen har själv lämnat dem till oss
ui-provided-no = Vi eller andra har skrivit dem
ui-provided-mark = från personen
ui-legal-ground = Rättslig grund (artikel 6.1)
ui-ground-a = Samtycke (a)
ui-ground-b = Avtal (b)
ui-ground-c = Rättslig förpliktelse (c)
ui-ground-d = Grundläggande intressen (d)
ui-ground-e = Allmänt intresse eller myndighetsutövning (e)
ui-ground-f = Berättigat intresse (f)
ui-where-searched = Var och hur letade du?
ui-where-searched-hint = System, mappar, ord, och till vilken dag. Det står i svaret, även när du inte hittade något.
ui-finish-task = Avsluta arbetsuppgiften
ui-documents = Dokument
ui-documents-more = Hämtas som filer, visas aldrig här.

## Answer
ui-write-answer = Skriv svaret
ui-refuse-by = Ett avslag ska lämnas senast { $date }.
ui-grounds = Vad säger vi nej till, och varför?
ui-grounds-more = Välj en grund, skriv vad det gäller och varför så att personen förstår.
ui-use-ground = Använd den här grunden
ui-ground-what = Vad gäller det?
ui-ground-what-hint = Med personens ord, till exempel ”dina fakturor från 2023–2026”.
ui-ground-why = Varför, i hela meningar
ui-ground-why-hint = Inte bara paragrafen: vad det betyder för personen.
ui-own-words = Era egna ord
ui-own-words-da = Till personen, på danska
ui-own-words-sv = Till personen, på svenska
ui-own-words-en = Till personen, på engelska
ui-own-words-hint = Vad ni hittade och gjorde. Det lagen kräver står redan i brevet.
ui-always-in-letter = Står alltid i brevet
ui-cannot-remove = Kan inte tas bort.
ui-who-approves = Vem godkänner?
ui-single-handed-rule = Du godkänner själv, med en ny kod. Det antecknas.
ui-save-first = Välj ett utfall och tryck på ”Visa brevet” först. Sedan kan du skicka det för granskning.
ui-nothing-leaves = Inget skickas innan det är godkänt.
ui-review-title = Granska svaret
ui-the-letter = Brevet
ui-in-package = I paketet
ui-package-contents = Paketets innehåll
ui-as-person = Se ärendet som personen ser det
ui-withheld = Utelämnat, och varför
ui-withhold = Vad ska inte följa med i filen?
ui-withhold-more = Välj vad som hålls tillbaka och på vilken grund. Det följer inte med i filen. Personen får veta vad det är och varför.
ui-withhold-whole = Alltihop
ui-withhold-not = Lämnas ut
ui-provided-document = Personen har själv lämnat det till oss, med samtycke eller enligt ett avtal
ui-hand-over = Lämna över paketet
ui-hand-over-what = För utskrift, post eller disk
ui-hand-over-more = Svaret är skickat. Hämta paketet här och ge det bara till personen själv eller till den adress ni hade sedan tidigare.
ui-hand-over-page = Läsbar sida, för utskrift
ui-hand-over-package = Hela paketet (ZIP)
ui-hand-over-large = Den läsbara sidan är för stor för att visas för sig. Den finns i paketet.
ui-hand-over-noted = Varje gång det hämtas skrivs det i ärendets historik.
ui-package-files = Filerna
ui-checked = Kontrollerat nyss
ui-checked-again = Kontrolleras igen när du skickar.
ui-approve-what = Du godkänner just det här brevet och paketet. Ändras de faller godkännandet bort.
ui-not-yours = Någon annan måste godkänna svaret.
ui-not-right = Stämmer det inte?
ui-comment = Vad ska ändras?
ui-comment-hint = Till den som skrev svaret.

## Send
ui-release = Skicka
ui-how-sent = Hur?
ui-via-mail = Med e-post
ui-via-link =
    Länk i { $n ->
        [one] { $n } dag
       *[other] { $n } dagar
    }, { $downloads ->
        [one] { $downloads } hämtning
       *[other] { $downloads } hämtningar
    }
ui-via-post = Med posten
ui-via-person = Personligen eller muntligt
ui-via-person-more = När personen har bett om det. Skriv en anteckning.
ui-no-channel = Inte möjligt: ingen e-postadress är styrkt.
ui-no-postal = Inte möjligt: ingen postadress i era system.
ui-posted-on = Postat den
ui-only-post = Bara med posten. Skriv ut brevet på den här sidan och, om det finns ett paket, den läsbara sidan. Tiden stannar den dag det postas.
ui-handed-note = Anteckning
ui-only-person = Bara personligen: vad som sades och hur du kände igen personen.
ui-late-reason = Varför är det försenat?
ui-late-reason-hint = Personen får veta det i brevet.
ui-send-then = Tiden stannar i dag. En länk kan stängas genast, men ett brev kan inte tas tillbaka.
ui-renew-what = Personen får en ny länk. Den gamla slutar fungera.
ui-old-link = Den gamla länken
ui-open-until = Öppen till { $date }
ui-new-link-until = Den nya är öppen till
ui-package-kept = Paketet sparas till

## Extend, withdraw
ui-extend-title = Förläng tiden
ui-tell-by = Meddela senast { $date }
ui-due-now = Nuvarande datum
ui-how-often = Hur ofta
ui-once = En gång
ui-extend-ground = På vilken grund?
ui-extend-ground-more = Lagen känner två. Sjukdom, semester och mycket att göra hör inte dit.
ui-extend-complexity = Begäran är komplicerad
ui-extend-complexity-more = Många system, gamla format, andras uppgifter emellan (artikel 12.3).
ui-extend-number = Det är många begäranden
ui-extend-number-more = Från samma person (artikel 12.3).
ui-extend-why = Varför, så att personen förstår
ui-extend-why-da = På danska. Det fortsätter ”Vi forlænger fristen, fordi …”
ui-extend-why-sv = På svenska. Det fortsätter ”Vi förlänger svarstiden eftersom …”
ui-extend-why-en = På engelska. Det fortsätter ”We extend the period because …”
ui-extend-why-hint = Vad som tar tid, och varför.
ui-disputable-hint = Sista säkra dag har passerat. Skälet sparas och förlängningen märks: kan ifrågasättas.
ui-extend-do = Förläng och skicka brevet
ui-withdraw-evidence = Personen tar tillbaka det
ui-told-on = Sagt eller skrivet den
ui-evidence = Hur och med vilka ord?
ui-evidence-hint = Ordagrant om det är skrivet. Ett samtal ensamt räcker inte.
ui-undo-until = Personen kan ångra till { $date }. Tiden löper under tiden.

## Enter a case
ui-enter-title = Lägg upp ett ärende från ett brev, ett samtal eller ett besök
ui-enter-counts = Räknas lika mycket som formuläret
ui-enter-how = Hur och när kom det?
ui-received-on = Mottaget den
ui-received-on-hint = Den dag det nådde er, även en lördag, även på fel avdelning. Tiden börjar då.
ui-why-so-late = Varför först nu?
ui-why-so-late-hint = Bara när det är mer än 30 dagar sedan.
ui-to-which-organisation = Till vilken organisation?
ui-work-out-date = Räkna ut datumet
ui-enter-who = Vem är det från?
ui-enter-who-more = Som det står. Ett sätt att nå personen räcker. Adressen här får besked om ärendet, aldrig ett svar.
ui-protected-more = adressen döljs i listor och brev
ui-enter-rep = Agerar någon för personen?
ui-acts-as = Ombud
ui-rep-name = Ombudets namn
ui-enter-what = Vad begär personen?
ui-rep-email = Ombudets e-post
ui-rep-phone = Ombudets telefon
ui-rep-address = Ombudets postadress
ui-their-words = Personens egna ord
ui-their-words-hint = Ordagrant. I telefon: det du läste upp. Utelämna personnummer.
ui-rights-understood = Rättigheter, som du förstår det
ui-enter-doubt = Är du osäker kan du välja fler: kvittot säger vad ni förstod och personen kan rätta det.
ui-scan = Inskannat brev
ui-their-receipt = Kvittot
ui-receipt-how = Så får personen det
ui-receipt-print = På papper
ui-receipt-print-more = ärendenummer och kod, att skicka eller lämna över
ui-receipt-by-mail = Med e-post
ui-receipt-by-mail-more = bara ärendenumret; koden kommer när adressen är bekräftad
ui-letters-language = Språk i våra brev
ui-good-to-know = Bra att veta
ui-perhaps-same = Kanske samma person
ui-perhaps-same-more = Inget slås ihop av sig självt.
ui-on-the-phone = I telefon
ui-on-the-phone-1 = Läs upp ärendenumret, aldrig koden.
ui-on-the-phone-2 = Fråga inte efter personnummer.
ui-on-the-phone-3 = Upprepa vad du har förstått.
ui-entered-title = Ärendet är upplagt
ui-entered-print = Skriv ut sidan och ge eller skicka den till personen. Koden visas bara nu.
ui-entered-mail = Kvittot är på väg med e-post.
ui-enter-another = Lägg upp ett till

## Conflict
ui-conflict-nothing = Inget är sparat, inget är skickat
ui-conflict-more = Ärendet ändrades medan du skrev. Det du skrev finns kvar nedan. Läs det nya och gå sedan vidare.
ui-conflict-changed = Det här har ändrats
ui-since-opened = sedan du öppnade det
ui-open-as-now = Öppna ärendet som det är nu
ui-new-tab = i en ny flik; din text finns kvar här
ui-your-step = Det du ville
ui-still-possible = Fortfarande möjligt
ui-no-longer-possible = Inte längre möjligt
ui-you-typed = Du skrev
ui-do-it-now = Gör det nu
ui-keep-as-note = Spara som intern anteckning
ui-drop-it = Glöm det

## The desk’s errors
ui-desk-error-403 = Det får du inte här
ui-desk-error-404 = Det finns inte
ui-desk-error-413 = Det är för stort
ui-desk-error-421 = Den adressen hör inte hit
ui-desk-error-429 = För många försök
ui-desk-error-500 = Något gick fel
ui-desk-error-503 = Inte just nu
ui-desk-error-500-body = Inget är sparat. Försök igen; händer det igen, tala med din administratör.
ui-desk-error-form = Sidan är för gammal eller kom från ett annat ställe. Öppna den igen och försök sedan.

## Letters and jobs, the demo’s mails
ui-jobs-title = Brev och jobb som inte lyckades
ui-jobs-waiting =
    { $n ->
        [one] { $n } väntar på nästa försök
       *[other] { $n } väntar på nästa försök
    }
ui-jobs-empty = Allt har gått iväg
ui-jobs-empty-more = Här står brev och jobb som vi har gett upp efter flera försök.
ui-job = Vad
ui-why-failed = Varför
ui-tries = Försök
ui-last-try = Senaste försöket
ui-let-go = Ge upp
ui-job-send_letter = Skicka ett brev
ui-job-send_staff_mail = Skicka e-post till en medarbetare
ui-job-search_source = Sök i en källa
ui-job-build_package = Skapa ett paket
job-failed-mail_address = E-postbrevet gick inte att sätta ihop. Se på adressen.
job-failed-mail_refused = E-postservern avvisade brevet för gott. Se på adressen.
job-failed-mail_later = E-postservern tog inte emot brevet, hur ofta det än prövades.
job-failed-mail_sign_in = E-postservern avvisade vår inloggning. Se på mail.username och mail.password.
job-failed-mail_away = E-postservern gick inte att nå eller svarade inte.
job-failed-mail_tls = Ingen säker förbindelse till e-postservern. Se på mail.tls och serverns certifikat.
job-failed-mail_folder = Brevet gick inte att skriva till e-postmappen.
job-failed-template = Brevets text gick inte att fylla i. Mallen behöver rättas.
job-failed-source = Källan gick inte att söka i. Uppgiften i ärendet säger varför.
job-failed-unavailable = Något som arbetet behöver svarade inte.
job-failed-died = Programmet stannade varje gång det arbetade med det.
job-failed-unknown_job = Den här versionen av programmet känner inte till arbetet.
job-failed-broken = Ett fel i programmet eller i det som det sparar. Loggen säger mer.
ui-technical = Teknisk detalj
ui-held = E-posten hålls tillbaka
ui-held-more = Systemet är återställt från en säkerhetskopia. Brev, påminnelser och länkar väntar tills någon godkänner det.
ui-held-release = Släpp iväg dem
ui-heads-away = Ändringar kan inte bevisas
ui-heads-away-more = Signerade kontrollpunkter når inte mappen där de ska ligga. Säg till den som sköter servern: kör indsigt doctor.
ui-mails-title = Mejl från demon
ui-mails-count =
    { $n ->
        [one] { $n } mejl, det nyaste överst
       *[other] { $n } mejl, de nyaste överst
    }
ui-mails-only-demo = Den här sidan finns bara i demon
ui-mails-more = Inget skickades. Här läser du det som personerna och medarbetarna skulle ha fått.
ui-mails-none = Inga mejl än
ui-mail-to = Till och ämne
ui-the-mail = Mejlet

## What just happened
ui-done-sent = Brevet är på väg
