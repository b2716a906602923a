### Hur länge vi sparar våra egna ärenden, och hur vi släpper dem.

keeping-title = Hur länge ärendet sparas
keeping-open = Tiden räknas från den dag då den sista begäran avslutas.
keeping-until =
    { $n ->
        [one] Sparas till och med { $date }: en månad efter att det avslutades den { $day }. Utfall: { $outcome }.
       *[other] Sparas till och med { $date }: { $n } månader efter att det avslutades den { $day }. Utfall: { $outcome }.
    }
keeping-until_bare = Sparas till och med { $date }.
keeping-over = Den dagen har passerat. En GDPR-ansvarig avgör om ärendet raderas.
keeping-longer = Tills vidare sparas det längre:
keeper-legal_hold = Raderingen är stoppad på grund av ett rättsligt anspråk
keeper-live_restriction = En begränsning gäller fortfarande
keeper-open_recipient_notice = En mottagare har inte underrättats än
keeper-backup_follow_up = Säkerhetskopiorna har inte bytts ut än
keeper-valid_link = En länk till svaret fungerar fortfarande
keeper-open_complaint = Det finns ett öppet klagomål om ärendet
hold-why = Varför måste ärendet sparas?
hold-lift-why = Varför behövs stoppet inte längre?
hold-more = Så länge stoppet gäller raderas ärendet inte, inte ens när tiden har gått ut. Häv det när skälet har försvunnit.
hold-since = Sedan den { $day }, av { $user }
bin-title = Papperskorgen
bin-why = Vad tyder på att det är skräppost?
bin-more = Misstänkt skräppost. Ingen blir påmind om det som ligger i papperskorgen, men tiden löper vidare. Efter 14 dagar kan det raderas, om ingen begär något i det.
bin-out = Ärendet kommer tillbaka till kön med de datum det hela tiden har haft.
bin-empty = Papperskorgen är tom.
bin-since = I papperskorgen sedan
bin-from = Kan raderas från
bin-nobody_asks = Jag har läst dem, och ingen begär något i dem
bin-purge = Radera de valda för gott
event-bin-do = Lägg i papperskorgen
event-bin-done = Lagt i papperskorgen som misstänkt skräppost: { $reason }
event-bin-done_bare = Lagt i papperskorgen som misstänkt skräppost
event-unbin-do = Ta upp ur papperskorgen
event-unbin-done = Upptaget ur papperskorgen
event-evidence_taken-done = Ärendets dokumentation har tagits ut
did-bin = Ärendet ligger i papperskorgen
did-unbin = Ärendet är upptaget ur papperskorgen
did-legal_hold_on = Raderingen är stoppad
did-legal_hold_off = Stoppet för radering är hävt
retention-tab = Att radera
retention-title = Ärenden som kan raderas
retention-more = Tiden har gått ut och inget håller kvar dem. När ett ärende raderas förstörs dess nyckel. Sedan kan ingen läsa det igen, inte ens i en säkerhetskopia. Ärendenummer, datum och utfall finns kvar.
retention-from = Får raderas från
retention-choose = Välj { $reference }
retention-erase = Radera de valda ärendena
retention-empty = Inga ärenden väntar på att raderas
retention-kept = Sparas ändå
retention-why = Det som håller kvar det
retention-unfinished =
    { $n ->
        [one] En radering håller på att bli klar. Ingen kan öppna ärendet längre.
       *[other] { $n } raderingar håller på att bli klara. Ingen kan öppna ärendena längre.
    }
retention-erased =
    { $n ->
        [one] Ett ärende är raderat
       *[other] { $n } ärenden är raderade
    }
retention-left =
    { $n ->
        [one] Ett ärende är som det var: något håller kvar det, eller så hann någon före
       *[other] { $n } ärenden är som de var: något håller kvar dem, eller så hann någon före
    }
error-retention-none = Välj minst ett ärende
error-bin-unread = Läs dem först och kryssa för att ingen begär något i dem
evidence-link = Dokumentation till tillsynsmyndigheten (ZIP)
