### Hvor længe vi gemmer vores egne sager, og hvordan vi giver slip på dem.

keeping-title = Hvor længe sagen gemmes
keeping-open = Tiden regnes fra den dag, den sidste anmodning er afsluttet.
keeping-until =
    { $n ->
        [one] Gemmes til og med { $date }: en måned efter, at den blev afsluttet den { $day }. Udfald: { $outcome }.
       *[other] Gemmes til og med { $date }: { $n } måneder efter, at den blev afsluttet den { $day }. Udfald: { $outcome }.
    }
keeping-until_bare = Gemmes til og med { $date }.
keeping-over = Den dag er gået. En GDPR-ansvarlig afgør, om sagen slettes.
keeping-longer = Indtil videre gemmes den længere:
keeper-legal_hold = Sletningen er stoppet på grund af et retskrav
keeper-live_restriction = En begrænsning gælder stadig
keeper-open_recipient_notice = En modtager har ikke fået besked endnu
keeper-backup_follow_up = Sikkerhedskopierne er ikke udskiftet endnu
keeper-valid_link = Et link til svaret virker stadig
keeper-open_complaint = Der er en åben klage over sagen
hold-why = Hvorfor skal sagen gemmes?
hold-lift-why = Hvorfor er stoppet ikke længere nødvendigt?
hold-more = Så længe stoppet gælder, bliver sagen ikke slettet, heller ikke når tiden er gået. Ophæv det, når grunden er væk.
hold-since = Siden den { $day }, sat af { $user }
bin-title = Papirkurven
bin-why = Hvad tyder på, at det er spam?
bin-more = Formodet spam. Ingen bliver mindet om det, der ligger i papirkurven, men fristen løber videre. Efter 14 dage kan det slettes, hvis ingen beder om noget i det.
bin-out = Sagen kommer tilbage i køen med de datoer, den hele tiden har haft.
bin-empty = Papirkurven er tom.
bin-since = I papirkurven siden
bin-from = Kan slettes fra
bin-nobody_asks = Jeg har læst dem, og ingen beder om noget i dem
bin-purge = Slet de valgte for altid
event-bin-do = Læg i papirkurven
event-bin-done = Lagt i papirkurven som formodet spam: { $reason }
event-bin-done_bare = Lagt i papirkurven som formodet spam
event-unbin-do = Tag op af papirkurven
event-unbin-done = Taget op af papirkurven
event-evidence_taken-done = Sagens dokumentation er taget ud
did-bin = Sagen ligger i papirkurven
did-unbin = Sagen er taget op af papirkurven
did-legal_hold_on = Sletningen er stoppet
did-legal_hold_off = Stoppet for sletning er ophævet
retention-tab = Til sletning
retention-title = Sager, der kan slettes
retention-more = Tiden er gået, og intet holder på dem. Når en sag slettes, ødelægges dens nøgle. Så kan ingen læse den igen, heller ikke i en sikkerhedskopi. Sagsnummer, datoer og udfald bliver stående.
retention-from = Kan slettes fra
retention-choose = Vælg { $reference }
retention-erase = Slet de valgte sager
retention-empty = Ingen sager venter på at blive slettet
retention-kept = Gemmes alligevel
retention-why = Det holder på den
retention-unfinished =
    { $n ->
        [one] En sletning er ved at blive gjort færdig. Ingen kan åbne sagen længere.
       *[other] { $n } sletninger er ved at blive gjort færdige. Ingen kan åbne sagerne længere.
    }
retention-erased =
    { $n ->
        [one] En sag er slettet
       *[other] { $n } sager er slettet
    }
retention-left =
    { $n ->
        [one] En sag er, som den var: noget holder på den, eller en anden kom først
       *[other] { $n } sager er, som de var: noget holder på dem, eller en anden kom først
    }
error-retention-none = Vælg mindst én sag
error-bin-unread = Læs dem først, og sæt kryds ved, at ingen beder om noget i dem
evidence-link = Dokumentation til tilsynsmyndigheden (ZIP)
