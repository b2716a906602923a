### Empty pages and errors.

empty-mine = Intet venter på dig
empty-mine-next =
    { $n ->
        [one] { $n } anmodning har ingen sagsbehandler endnu. Den har frist { $date }.
       *[other] { $n } anmodninger har ingen sagsbehandler endnu. Den første har frist { $date }.
    }
empty-unassigned = Alle anmodninger har en sagsbehandler
empty-late = Intet er for sent
empty-soon = Ingen frister de næste 7 dage
empty-paused = Ingen står på pause
empty-search = Intet passer til ”{ $query }”. Søg på sagsnummer, mail eller telefon.
empty-messages = Ingen beskeder endnu. Skriv, når du vil.
empty-files = Dit svar kommer til at ligge her. Du får besked.
empty-sources = Ingen kilder er forbundet. Kolleger besvarer opgaverne.
page-409-title = { $user } var hurtigere
page-409-person = Sagen har ændret sig, siden du åbnede siden. Din tekst er her endnu.
page-429-title = For mange forsøg
