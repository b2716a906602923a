### Steps on a case: what stands in the way, and the words of their pages.

## Refusals

refusal-role = Din roll tillåter inte det. Be en kollega som får.
refusal-right = Steget finns inte för rättigheten: { $right }.
refusal-state = Begäran står nu på: { $state }. Där går steget inte att ta.
refusal-nothing_to_do = Så är det redan. Inget ändrades.
refusal-not_found = Ärendet eller begäran finns inte.
refusal-needs = Något saknas innan det går att göra.

## Needs

need-identity = Identitetsnivå { $needed } krävs och nivå { $reached } är uppnådd. Slå upp personen, eller fråga vem det är.
need-delivery = Ingen adress i systemen är styrkt för det här sättet att skicka. Skicka en kod till någon av dem, eller anteckna att du nådde personen där.
need-not_stopped = Någon på en känd adress har stoppat ärendet. En GDPR-ansvarig måste avgöra det först.
need-identity_doubt = Den nivå som rättigheten kräver är uppnådd. Det finns inget kvar att fråga om.
need-task = Välj minst ett ställe att söka på.
need-tasks_finished =
    { $n ->
        [one] { $n } arbetsuppgift är inte klar än.
       *[other] { $n } arbetsuppgifter är inte klara än.
    }
need-task_answered = Alla arbetsuppgifter är inställda. Sök på minst ett ställe.
need-outcome = ”{ $outcome }” kan inte vara svaret här. Välj ett annat utfall.
need-text = Skriv det som brevet behöver: vad som har gjorts eller hittats, och för varje grund vad den gäller och varför.
need-ground = Välj minst en grund.
need-ground_allowed = Grunden passar inte till utfallet för den här rättigheten: { $ground }
need-asked_first = Fråga personen först. Först därefter kan grunden användas: { $ground }
need-no_unproven_match = Något passar på det ingen har styrkt. Fråga vem personen är, eller säg vid sökningen att det är någon annan, innan du svarar ”inget funnet”.
need-other_approver = Du har skrivit svaret. Någon annan måste godkänna det.
need-fresh_factor = Du godkänner ditt eget svar ensam. Bekräfta med en ny kod att det är du.
need-package = Paketet är inte klart än. Vänta en stund och försök igen.
need-same_package = Paketet har byggts på nytt efter att svaret godkändes. Ta tillbaka godkännandet och få svaret godkänt igen.
need-words = Skriv här vad som saknas.
need-words-reason = Skriv motiveringen.
need-words-reasons = Skriv varför mer tid behövs.
need-words-comment = Skriv en kommentar, så att författaren vet vad som ska göras.
need-words-evidence = Skriv vad personen skrev och var det finns.
need-words-note = Skriv en anteckning: vad som lämnades eller sades, och hur du kände igen personen.
need-words-item = Skriv vad du ber om, och inte mer än vad som behövs.
need-words-task_name = Skriv namnet på systemet eller kollegan.
need-late_reason = Svaret är försenat. Skriv varför.
need-late_entry_reason = Begäran togs emot för mer än 30 dagar sedan. Skriv varför den registreras först nu.
need-disputable_reason = Den säkra sista dagen var { $date }. Skriv varför du förlänger efter den; det kan ifrågasättas.
need-only_once = Det kan göras en gång, och det är gjort.
need-not_after = Det är för sent. Sista dagen var { $date }.
need-not_before = Det är för tidigt. Första dagen är { $date }.
need-date = Välj en möjlig dag.
need-date-from = Välj { $date } eller en senare dag.
need-date-to = Välj { $date } eller en tidigare dag.
need-date-between = Välj en dag mellan { $date } och { $date2 }.
need-any_right = Välj minst en rättighet.
need-reachable = Ange ett sätt att nå personen.
need-channel = Välj hur begäran kom in.
need-reminders =
    { $n ->
        [one] Två påminnelser krävs innan begäran kan avslutas. { $n } har skickats.
       *[other] Två påminnelser krävs innan begäran kan avslutas. { $n } har skickats.
    }
need-pause_decided = En GDPR-ansvarig måste ta ställning till pausen först.

## Needs: facts that must hold

need-another_case = Välj ett annat ärende än det här.
need-answer_sent = Inget svar har skickats än.
need-correction_sent = Beskedet har gått ut. En rättelse måste följa med.
need-question_posted = Frågan är inte skickad än. Skicka brevet och anteckna dagen först.
need-due_in_two_working_days = Arbetsuppgiften ska vara klar inom två arbetsdagar.
need-earliest_date_kept = Det tidigaste mottagningsdatumet måste behållas.
need-in_the_bin = Ärendet måste ligga i papperskorgen först.
need-new_id = Något gick fel hos oss. Försök igen.
need-pause_ids = Något gick fel hos oss. Försök en gång till.
need-no_joint_controllers = Gemensamt personuppgiftsansvariga ska var för sig svara själva. Begäran skickas inte vidare.
need-no_legal_hold = Ärendet får inte raderas: det finns ett rättsligt anspråk.
need-no_right_recognised = En rättighet har känts igen, så det är inte skräppost.
need-not_about_assignee = Ärendet handlar om den här kollegan. Välj någon annan.
need-officer_confirms = En GDPR-ansvarig måste bekräfta det.
need-released = Inget lämnades ut med svaret, så det finns ingen länk att förnya.
need-representative = Ingen frågar för personen i det här ärendet.
need-representative_without_authority = Använd grunden bara när någon frågar för personen utan fullmakt.
need-same_person = Det måste vara samma person.
need-target_open = Det andra ärendet måste vara öppet.
need-not_erased = Ärendet är raderat.
need-retention_reached = Gallringstiden har inte löpt ut än.
need-no_live_restriction = En begränsning gäller fortfarande.
need-no_open_recipient_notice = Alla mottagare har inte underrättats än.
need-no_backup_follow_up = Säkerhetskopiorna måste fortfarande följas upp.
need-no_valid_link = En länk till svaret är fortfarande öppen.
need-no_open_complaint = Ett klagomål är fortfarande öppet.
need-listed_for_review = Ärendet måste stå på listan för genomgång först.
refusal-not_now = Ditt steg går inte längre att ta. Det du skrev står kvar nedan.

## Field problems

error-the_file = filen
error-needed = Fyll i fältet
error-too-long = Texten är för lång. Korta den.
error-old-form = Sidan har varit öppen för länge. Det du skrev är kvar: tryck på knappen igen.
error-address-none = Välj en adress
error-address-young = Den kom in i systemet för kort tid före begäran, så den styrker inget. Välj en annan.
error-since-needed = Skriv sedan när den har stått i registret.
error-only_given = Begäran uppger själv adressen, och ingen ansluten källa har den. Svar därifrån bevisar bara något om den också stod i registret: titta efter igen och bekräfta det.
error-code-needs-mail = En kod kan bara skickas till en e-postadress. Anteckna i stället att du själv nådde personen.
error-record-gone = Posten har ändrats sedan sidan gjordes. Slå upp personen igen.
error-record-reason = Skriv varför det är personens post, eller ta bort krysset.
error-how-none = Välj hur du nådde personen
error-how-other = Adressen i systemet är av ett annat slag. Välj det sätt som passar.
error-searched-where = Skriv var och hur du har sökt
error-found-none = Välj om något hittades
error-found-empty = Klistra in det du hittade eller bifoga en fil
error-csv = Tabellen i { $file } går inte att läsa. Den behöver en rad med rubriker och lika många fält på varje rad.
error-csv-empty = Det finns ingen rad med rubriker i { $file }.
error-csv-fields = Rad { $line } i { $file } har { $n ->
    [one] { $n } fält
   *[other] { $n } fält
} till { $of ->
    [one] { $of } rubrik
   *[other] { $of } rubriker
}. Varje rad behöver ett fält för varje rubrik.
error-csv-quote = Ett citattecken öppnas på rad { $line } i { $file } och stängs aldrig.
error-csv-heading = Rubrik { $column } på rad { $line } i { $file } är tom eller finns där två gånger. Ge varje kolumn ett eget namn.
error-too-many-columns = Det finns fler än 500 kolumner i { $file }. Dela upp den.
error-text-line = Rad { $line } i { $file } är inte text i UTF-8. Spara filen igen med teckenkodningen UTF-8.
error-json = JSON i { $file } ska vara ett objekt eller en lista med objekt.
error-json-cut = JSON i { $file } slutar på rad { $line } innan den är färdig.
error-json-at = Rad { $line } i { $file } går inte att läsa som JSON från tecken { $column }.
error-json-row = Post { $item } i listan i { $file } är inte ett objekt.
error-json-deep = Rad { $line } i { $file } går mer än 32 nivåer ned.
error-the_paste = det inklistrade
error-too-many-records = Filen har fler än 100 000 poster. Dela upp den.
error-too-many-files = Bifoga högst tio filer
error-file-too-big = { $file } är för stor. Högst { $max } MB.
error-outcome-none = Välj ett utfall
error-data-found = Något har hittats, så ”inget funnet” är inte svaret
error-ground-what = Skriv vad grunden gäller
error-answer-words = Skriv vad som har gjorts så att personen förstår det
error-extend-ground = Välj varför mer tid behövs
error-via-none = Välj hur svaret skickas
error-withheld-nothing = Du har valt ”delvis tillgodosedd”, men inget hålls tillbaka: allt skulle följa med i filen. Välj vad som hålls tillbaka, eller skriv med egna ord vad som har utelämnats och varför.
error-withheld-outcome = Något hålls tillbaka, så svaret är ”delvis tillgodosedd”. Välj det, eller låt allt lämnas ut.
error-withheld-gone = Något av det du valde finns inte längre bland det som hittades. Gå igenom listan igen.
error-withheld-ground = Välj grunden som det hålls tillbaka på.

## Looking up

match-line = { $how }. { $strength } { $proven }
match-partial = { $kind }, delvis
match-strong = Pekar på en person.
match-weak = Räknas inte ensamt.
match-shared = Flera poster delar det.
match-proven = Personen har styrkt det.
match-unproven = Inte styrkt.
look-up-other = En kollega har sagt att det är någon annan.
address-no_code = Hit kan ingen kod skickas. Ring eller skriv, och anteckna det nedan.
identifier-refused = Ingen sökning på { $kind }: { $why }
identifier-refused-empty = tomt
identifier-refused-too_short = för kort
identifier-refused-too_long = för långt
identifier-refused-invisible = innehåller dolda tecken
identifier-refused-malformed = inte i rätt form
identifier-refused-too_many_matches = stämmer med för många poster
identifier-unknown = Kan inte söka på { $kind }
contact-other_address = En annan adress eller ett annat nummer i systemet
contact-since_on = I registret sedan
contact-since_on-hint = Bara för en adress som du skriver själv. En som kom in strax före begäran bevisar inget.
contact-only_given = Den stod i registret på det stället före begäran, och jag såg den där
contact-only_given-more = Begäran uppger själv adressen, och ingen ansluten källa har den. Den som godkänner ser att du har sagt det.
contact-document_seen = Legitimation visades också.

## Asking

doubt-other_address = du skriver från en annan adress än den vi känner till
doubt-several = flera personer i våra system stämmer med det du skrev
doubt-changed = det vi har om dig ändrades strax före din begäran
ask-item = Något annat
ask-item-code = den kod som vi skickar till en adress vi redan har
ask-item-call = ett svar när vi ringer till ett nummer vi redan har
ask-item-number = ett ordernummer eller ett kundnummer
ask-item-document = en legitimation med ditt namn och din adress
ask-doubt_on = Tvivlet uppstod
ask-doubt_on-hint = En fråga pausar tiden bara inom tre arbetsdagar från begäran eller tvivlet.

## Collecting

collect-not_yet = Ingen sökning görs innan nivån är nådd.
collect-no_record = Ingen post hittades. Väljs källan ändå säger fyndet att vi inte har något.
collect-why = Varför är det personens post?
collect-why-hint = Inget bevisat pekar på den ensam, så den kan vara någon annans. Den som godkänner läser det här.
collect-hand = Fråga en kollega, { $n }
collect-hand-name = System eller kollega
collect-hand-question = Vad som frågas
collect-hand-due = Senast (om annan dag än nedan)
check-record_reason = { $holder }: insamlad fast inget bevisat pekar på posten ensam. { $reason }
check-only_given = Bevisat på en adress som begäran också uppgav och som ingen ansluten källa har. En kollega säger att den stod i registret: { $place }
finding-first = De första { $n } av { $all } poster visas. Paketet har alla.
withheld-why = { $why }
send-postal-on_record = Till postadressen i era system, aldrig till en från begäran
