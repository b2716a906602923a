### Steps on a case: what stands in the way, and the words of their pages.

## Refusals

refusal-role = Din rolle giver ikke lov til det. Bed en kollega, der må.
refusal-right = Det trin findes ikke for rettigheden: { $right }.
refusal-state = Anmodningen står nu på: { $state }. Dér kan trinnet ikke tages.
refusal-nothing_to_do = Sådan er det allerede. Intet blev ændret.
refusal-not_found = Sagen eller anmodningen findes ikke.
refusal-needs = Der mangler noget, før det kan gøres.

## Needs

need-identity = Der kræves identitetsniveau { $needed }, og { $reached } er nået. Slå personen op, eller spørg, hvem det er.
need-delivery = Ingen adresse i systemerne er bevist for denne måde at sende på. Send en kode til en af dem, eller notér, at du fik fat i personen dér.
need-not_stopped = Nogen på en kendt adresse har stoppet sagen. En GDPR-ansvarlig skal afgøre det først.
need-identity_doubt = Det niveau, rettigheden kræver, er nået. Der er intet at spørge om.
need-task = Vælg mindst ét sted at søge.
need-tasks_finished =
    { $n ->
        [one] { $n } opgave er ikke færdig endnu.
       *[other] { $n } opgaver er ikke færdige endnu.
    }
need-task_answered = Alle opgaver er aflyst. Søg mindst ét sted.
need-outcome = ”{ $outcome }” kan ikke være svaret her. Vælg et andet udfald.
need-text = Skriv det, brevet skal bruge: hvad der er gjort eller fundet, og for hver grund hvad den gælder og hvorfor.
need-ground = Vælg mindst én grund.
need-ground_allowed = Grunden passer ikke til udfaldet for denne rettighed: { $ground }
need-asked_first = Spørg personen først. Først derefter kan grunden bruges: { $ground }
need-no_unproven_match = Noget passer på det, ingen har bevist. Spørg, hvem personen er, eller sig ved opslaget, at det er en anden, før du svarer ”intet fundet”.
need-other_approver = Du har skrevet svaret. En anden skal godkende det.
need-fresh_factor = Du godkender dit eget svar alene. Bekræft med en ny kode, at det er dig.
need-package = Pakken er ikke færdig endnu. Vent lidt, og prøv igen.
need-same_package = Pakken er bygget igen, efter at svaret blev godkendt. Tag godkendelsen tilbage, og få det godkendt igen.
need-words = Skriv her, hvad der mangler.
need-words-reason = Skriv begrundelsen.
need-words-reasons = Skriv, hvorfor der skal mere tid til.
need-words-comment = Skriv en kommentar, så forfatteren ved, hvad der skal gøres.
need-words-evidence = Skriv, hvad personen skrev, og hvor det ligger.
need-words-note = Skriv et notat: hvad der blev udleveret eller sagt, og hvordan du genkendte personen.
need-words-item = Skriv, hvad du beder om, og ikke mere end nødvendigt.
need-words-task_name = Skriv navnet på systemet eller kollegaen.
need-late_reason = Svaret er for sent. Skriv hvorfor.
need-late_entry_reason = Anmodningen er modtaget for over 30 dage siden. Skriv, hvorfor den først registreres nu.
need-disputable_reason = Den sikre sidste dag var { $date }. Skriv, hvorfor du forlænger efter den; det kan anfægtes.
need-only_once = Det kan gøres én gang, og det er gjort.
need-not_after = Det er for sent. Den sidste dag var { $date }.
need-not_before = Det er for tidligt. Den første dag er { $date }.
need-date = Vælg en mulig dag.
need-date-from = Vælg { $date } eller en senere dag.
need-date-to = Vælg { $date } eller en tidligere dag.
need-date-between = Vælg en dag mellem { $date } og { $date2 }.
need-any_right = Vælg mindst én rettighed.
need-reachable = Angiv én måde at nå personen på.
need-channel = Vælg, hvordan anmodningen kom ind.
need-reminders =
    { $n ->
        [one] Der skal to påmindelser til, før anmodningen kan lukkes. { $n } er sendt.
       *[other] Der skal to påmindelser til, før anmodningen kan lukkes. { $n } er sendt.
    }
need-pause_decided = En GDPR-ansvarlig skal tage stilling til pausen først.

## Needs: facts that must hold

need-another_case = Vælg en anden sag end denne.
need-answer_sent = Der er ikke sendt noget svar endnu.
need-correction_sent = Beskeden er sendt. Der skal en rettelse med.
need-question_posted = Spørgsmålet er ikke sendt endnu. Send brevet, og notér dagen først.
need-due_in_two_working_days = Opgaven skal løses inden for to arbejdsdage.
need-earliest_date_kept = Den tidligste modtagelsesdato skal bevares.
need-in_the_bin = Sagen skal ligge i papirkurven først.
need-new_id = Noget gik galt hos os. Prøv igen.
need-pause_ids = Noget gik galt hos os. Prøv en gang til.
need-no_joint_controllers = Fælles dataansvarlige skal hver især svare selv. Anmodningen sendes ikke videre.
need-no_legal_hold = Sagen må ikke slettes: der er et retskrav.
need-no_right_recognised = Der er genkendt en rettighed, så det er ikke spam.
need-not_about_assignee = Sagen handler om denne kollega. Vælg en anden.
need-officer_confirms = En GDPR-ansvarlig skal bekræfte det.
need-released = Svaret udleverede intet, så der er intet link at forny.
need-representative = Ingen spørger for personen i denne sag.
need-representative_without_authority = Brug kun grunden, når nogen spørger for personen uden fuldmagt.
need-same_person = Det skal være samme person.
need-target_open = Den anden sag skal være åben.
need-not_erased = Sagen er slettet.
need-retention_reached = Slettefristen er ikke nået endnu.
need-no_live_restriction = En begrænsning gælder stadig.
need-no_open_recipient_notice = Ikke alle modtagere har fået besked endnu.
need-no_backup_follow_up = Sikkerhedskopierne skal stadig følges op.
need-no_valid_link = Et link til svaret er stadig åbent.
need-no_open_complaint = En klage er stadig åben.
need-listed_for_review = Sagen skal stå på listen til gennemsyn først.
refusal-not_now = Dit trin er ikke muligt længere. Det, du skrev, står nedenfor.

## Field problems

error-the_file = filen
error-needed = Udfyld feltet
error-too-long = Teksten er for lang. Gør den kortere.
error-old-form = Siden har stået åben for længe. Det, du skrev, er her stadig: tryk på knappen igen.
error-address-none = Vælg en adresse
error-address-young = Den kom ind i systemet for kort tid før anmodningen, så den beviser intet. Vælg en anden.
error-since-needed = Skriv, hvor længe den har stået i registeret.
error-only_given = Henvendelsen oplyser selv adressen, og ingen forbundet kilde har den. Svar derfra beviser kun noget, hvis den også stod i registeret: se efter igen, og bekræft det.
error-code-needs-mail = En kode kan kun sendes til en mailadresse. Notér i stedet, at du selv fik fat i personen.
error-record-gone = Posten er ændret, siden siden blev lavet. Slå personen op igen.
error-record-reason = Skriv, hvorfor det er personens post, eller fjern krydset.
error-how-none = Vælg, hvordan du fik fat i personen
error-how-other = Adressen i systemet er af en anden slags. Vælg den måde, der passer.
error-searched-where = Skriv, hvor og hvordan du har søgt
error-found-none = Vælg, om der blev fundet noget
error-found-empty = Indsæt det, du fandt, eller vedhæft en fil
error-csv = Tabellen i { $file } kan ikke læses. Den skal have en linje med overskrifter og lige mange felter i hver linje.
error-csv-empty = Der er ingen linje med overskrifter i { $file }.
error-csv-fields = Linje { $line } i { $file } har { $n ->
    [one] { $n } felt
   *[other] { $n } felter
} til { $of ->
    [one] { $of } overskrift
   *[other] { $of } overskrifter
}. Hver linje skal have ét felt til hver overskrift.
error-csv-quote = Et anførselstegn åbner i linje { $line } i { $file } og bliver aldrig lukket.
error-csv-heading = Overskrift { $column } i linje { $line } i { $file } er tom eller står der to gange. Giv hver kolonne sit eget navn.
error-too-many-columns = Der er over 500 kolonner i { $file }. Del den op.
error-text-line = Linje { $line } i { $file } er ikke tekst i UTF-8. Gem filen igen med tegnkodningen UTF-8.
error-json = JSON i { $file } skal være ét objekt eller en liste af objekter.
error-json-cut = JSON i { $file } holder op i linje { $line }, før den er færdig.
error-json-at = Linje { $line } i { $file } kan ikke læses som JSON fra tegn { $column }.
error-json-row = Element { $item } på listen i { $file } er ikke et objekt.
error-json-deep = Linje { $line } i { $file } går mere end 32 niveauer ned.
error-the_paste = det indsatte
error-too-many-records = Filen har over 100.000 poster. Del den op.
error-too-many-files = Vedhæft højst ti filer
error-file-too-big = { $file } er for stor. Højst { $max } MB.
error-outcome-none = Vælg et udfald
error-data-found = Der er fundet noget, så ”intet fundet” er ikke svaret
error-ground-what = Skriv, hvad grunden gælder
error-answer-words = Skriv, hvad der er gjort, så personen forstår det
error-extend-ground = Vælg, hvorfor der skal mere tid til
error-via-none = Vælg, hvordan svaret sendes
error-withheld-nothing = Du har valgt “delvist imødekommet”, men intet holdes tilbage: alt ville komme med i filen. Vælg, hvad der holdes tilbage, eller skriv med egne ord, hvad der er udeladt, og hvorfor.
error-withheld-outcome = Noget holdes tilbage, så svaret er “delvist imødekommet”. Vælg det, eller lad alt blive udleveret.
error-withheld-gone = Noget af det, du valgte, er ikke længere blandt det, der blev fundet. Se listen igennem igen.
error-withheld-ground = Vælg den grund, det holdes tilbage på.

## Looking up

match-line = { $how }. { $strength } { $proven }
match-partial = { $kind }, delvis
match-strong = Peger på én person.
match-weak = Tæller ikke alene.
match-shared = Flere poster deler det.
match-proven = Personen har bevist det.
match-unproven = Ikke bevist.
look-up-other = En kollega har sagt, at det er en anden.
address-no_code = Hertil kan ingen kode sendes. Ring eller skriv, og notér det nedenfor.
identifier-refused = Der blev ikke søgt på { $kind }: { $why }
identifier-refused-empty = tomt
identifier-refused-too_short = for kort
identifier-refused-too_long = for langt
identifier-refused-invisible = indeholder skjulte tegn
identifier-refused-malformed = ikke i den rigtige form
identifier-refused-too_many_matches = passer på for mange poster
identifier-unknown = Kan ikke søge på { $kind }
contact-other_address = En anden adresse eller et andet nummer i systemet
contact-since_on = I registeret siden
contact-since_on-hint = Kun for en adresse, du selv skriver. En, der kom ind kort før henvendelsen, beviser intet.
contact-only_given = Den stod i registeret på det sted før henvendelsen, og jeg så den dér
contact-only_given-more = Henvendelsen oplyser selv adressen, og ingen forbundet kilde har den. Den, der godkender, ser, at du har sagt det.
contact-document_seen = Der blev også set legitimation.

## Asking

doubt-other_address = du skriver fra en anden adresse end den, vi kender
doubt-several = flere personer i vores systemer passer på det, du skrev
doubt-changed = det, vi har om dig, blev ændret lige før din anmodning
ask-item = Noget andet
ask-item-code = den kode, vi sender til en adresse, vi allerede har
ask-item-call = et svar, når vi ringer til et nummer, vi allerede har
ask-item-number = et ordrenummer eller et kundenummer
ask-item-document = legitimation med dit navn og din adresse
ask-doubt_on = Tvivlen opstod
ask-doubt_on-hint = Et spørgsmål stopper kun fristen inden for tre arbejdsdage efter anmodningen eller tvivlen.

## Collecting

collect-not_yet = Der søges ikke, før niveauet er nået.
collect-no_record = Ingen post fundet. Vælges kilden alligevel, siger fundet, at vi intet har.
collect-why = Hvorfor er det personens post?
collect-why-hint = Intet bevist peger på den alene, så den kan være en andens. Den, der godkender, læser det her.
collect-hand = Spørg en kollega, { $n }
collect-hand-name = System eller kollega
collect-hand-question = Hvad der spørges om
collect-hand-due = Senest (hvis en anden dag end nedenfor)
check-record_reason = { $holder }: indsamlet, selv om intet bevist peger på posten alene. { $reason }
check-only_given = Bevist på en adresse, som henvendelsen også oplyste, og som ingen forbundet kilde har. En kollega siger, at den stod i registeret: { $place }
finding-first = De første { $n } af { $all } poster vises. Pakken har dem alle.
withheld-why = { $why }
send-postal-on_record = Til postadressen i jeres systemer, aldrig til en fra anmodningen
