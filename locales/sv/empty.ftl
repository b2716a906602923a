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
empty-messages = Inga meddelanden än. Skriv när du vill.
empty-files = Ditt svar läggs här. Du får besked.
empty-sources = Inga källor är anslutna. Kollegor besvarar arbetsuppgifterna.
page-409-title = { $user } hann före
page-409-person = Ärendet har ändrats sedan du öppnade sidan. Din text finns kvar.
page-429-title = För många försök
