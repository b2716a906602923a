### Empty pages and errors.

empty-mine = Inget väntar på dig
empty-mine-next =
    { $n ->
        [one] { $n } begäran har ingen handläggare än. Den ska besvaras senast { $date }.
       *[other] { $n } begäranden har ingen handläggare än. Den första ska besvaras senast { $date }.
    }
empty-unassigned = Alla begäranden har en handläggare
empty-late = Inget är försenat
empty-soon = Inget ska besvaras de närmaste 7 dagarna
empty-paused = Ingen begäran är pausad
empty-search = Inget stämmer med ”{ $query }”. Sök på ärendenummer, e-post eller telefon.
empty-filter = Inga begäranden stämmer med filtret. Ta bort en del av det.
empty-findings =
    { $n ->
        [one] Inga fynd än. { $n } arbetsuppgift är obesvarad.
       *[other] Inga fynd än. { $n } arbetsuppgifter är obesvarade.
    }
empty-findings_none = Inget funnet. Sökt i { $where } efter { $identifiers }.
empty-messages = Inga meddelanden än. Skriv när du vill.
empty-files = Ditt svar läggs här. Du får besked.
empty-sources = Inga källor är anslutna. Arbetsuppgifter går till människor tills du ansluter en.
empty-report = Inget är besvarat under perioden. Välj en längre.
empty-reviews = Inget ska raderas i dag
page-404-title = Sidan finns inte
page-404-person = Länken kan vara stängd eller felskriven. Hitta ditt ärende med ärendenummer och kod.
page-404-staff = Ärendet finns inte eller så saknar du behörighet.
page-403-title = Det får du inte här
page-403-body = Fråga din administratör om du ska kunna göra det.
page-409-title = { $user } hann före
page-409-body = { $user } ändrade ärendet { $time }: { $change }. Din text finns kvar nedan. Läs ärendet igen och spara sedan.
page-409-person = Ärendet har ändrats sedan du öppnade sidan. Din text finns kvar.
page-413-title = Det är för stort
page-413-body = Högst { $max } MB åt gången. Skicka filerna var för sig eller på papper.
page-429-title = För många försök
page-429-body =
    { $n ->
        [one] Försök igen om { $n } minut. Ring { $phone } om det är bråttom. Ditt svarsdatum ändras inte.
       *[other] Försök igen om { $n } minuter. Ring { $phone } om det är bråttom. Ditt svarsdatum ändras inte.
    }
page-500-title = Något gick fel hos oss
page-500-body = Vi har fått besked. Står det inte ”Vi har tagit emot din begäran” har vi den inte ännu.
page-503-title = Vi är strax tillbaka
page-503-body =
    { $n ->
        [one] Sidan är nere i cirka { $n } minut. Dina svar är inte mottagna. Är det bråttom kan du ringa { $phone } eller skriva till { $email }; det räknas lika mycket.
       *[other] Sidan är nere i cirka { $n } minuter. Dina svar är inte mottagna. Är det bråttom kan du ringa { $phone } eller skriva till { $email }; det räknas lika mycket.
    }
page-offline = Du är inte uppkopplad. Din text finns kvar.
