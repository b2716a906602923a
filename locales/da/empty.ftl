### Empty pages and errors.

empty-mine = Intet venter på dig
empty-mine-next =
    { $n ->
        [one] { $n } anmodning har ingen endnu. Den har frist { $date }.
       *[other] { $n } anmodninger har ingen endnu. Den første har frist { $date }.
    }
empty-unassigned = Alle anmodninger har en sagsbehandler
empty-late = Intet er for sent
empty-soon = Ingen frister de næste 7 dage
empty-paused = Ingen står på pause
empty-search = Intet passer til ”{ $query }”. Søg på sagsnummer, mail eller telefon.
empty-filter = Ingen anmodninger passer til filteret. Fjern en del af det.
empty-findings =
    { $n ->
        [one] Ingen fund endnu. { $n } opgave er ikke besvaret.
       *[other] Ingen fund endnu. { $n } opgaver er ikke besvaret.
    }
empty-findings_none = Intet fundet. Søgt i { $where } efter { $identifiers }.
empty-messages = Ingen beskeder endnu. Skriv, når du vil.
empty-files = Dit svar kommer til at ligge her. Du får besked.
empty-sources = Ingen kilder er forbundet. Opgaver går til mennesker, til du forbinder en.
empty-report = Intet er besvaret i perioden. Vælg en længere.
empty-reviews = Intet skal slettes i dag
page-404-title = Siden findes ikke
page-404-person = Linket kan være lukket eller skrevet forkert. Find din sag med sagsnummer og kode.
page-404-staff = Sagen findes ikke, eller du har ikke adgang til den.
page-403-title = Det må du ikke her
page-403-body = Spørg din administrator, hvis du skal kunne det.
page-409-title = { $user } var hurtigere
page-409-body = { $user } ændrede sagen { $time }: { $change }. Din tekst er gemt nedenfor. Læs sagen igen, og gem så.
page-409-person = Sagen har ændret sig, siden du åbnede siden. Din tekst er her endnu.
page-413-title = Det er for stort
page-413-body = Højst { $max } MB på én gang. Send filerne hver for sig, eller send dem på papir.
page-429-title = For mange forsøg
page-429-body =
    { $n ->
        [one] Prøv igen om { $n } minut. Haster det, så ring på { $phone }. Din frist ændrer sig ikke.
       *[other] Prøv igen om { $n } minutter. Haster det, så ring på { $phone }. Din frist ændrer sig ikke.
    }
page-500-title = Noget gik galt hos os
page-500-body = Vi har fået besked. Siger siden ikke ”Vi har modtaget din anmodning”, har vi den ikke endnu.
page-503-title = Vi er her om lidt igen
page-503-body =
    { $n ->
        [one] Siden holder pause i cirka { $n } minut. Dine svar er ikke modtaget. Haster det, så ring på { $phone } eller skriv til { $email }; det tæller lige så meget.
       *[other] Siden holder pause i cirka { $n } minutter. Dine svar er ikke modtaget. Haster det, så ring på { $phone } eller skriv til { $email }; det tæller lige så meget.
    }
page-offline = Du er ikke på nettet. Din tekst er her endnu.
