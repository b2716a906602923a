### Events: the button (do) and the line in the history (done).

event-submit-do = Send til { $controller }
event-submit-done = Modtaget gennem formularen
event-enter-do = Opret sag
event-enter-done = Oprettet ({ $channel }), modtaget den { $day }
event-assign-do = Tildel
event-assign-done = Tildelt { $user }
event-claim-do = Tag den
event-claim-done = { $user } tog den
event-add_right-do = Tilføj en anmodning
event-add_right-done = Tilføjet: { $right }. Rettet kvittering sendt
event-split-do = Del i to
event-split-done = Delt i { $right } og { $right2 }
event-reclassify-do = Ret, hvad det er
event-reclassify-done = Ændret fra { $right } til { $right2 }. Datoerne er regnet om
event-look_up-do = Slå personen op
event-look_up-done =
    { $n ->
        [one] Slået op i { $n } kilde. Intet gemt
       *[other] Slået op i { $n } kilder. Intet gemt
    }
event-ask_identity-do = Spørg, hvem det er
event-ask_identity-done_paused = Spurgt om identitet, med begrundelse. Fristen står stille
event-ask_identity-done_running = Spurgt om identitet for sent til en pause. Fristen løber
event-ask_scope-do = Spørg, hvad det gælder
event-ask_scope-done = Spurgt, hvad det gælder
event-reply_received-do = Notér svaret
event-reply_received-done =
    { $n ->
        [one] Svar modtaget den { $day }. Fristen stod stille i { $n } dag
       *[other] Svar modtaget den { $day }. Fristen stod stille i { $n } dage
    }
event-resume-do = Lad fristen løbe igen
event-resume-done = Fristen løber igen
event-decide_pause-do = Tag stilling til pausen
event-decide_pause-done = Pausen afgjort: { $choice }
event-lapse-do = Luk, fordi svaret udeblev
event-lapse-done =
    { $n ->
        [one] Lukket: intet svar i { $n } dag og efter to rykkere
       *[other] Lukket: intet svar i { $n } dage og efter to rykkere
    }
event-forward-do = Send videre til den dataansvarlige
event-forward-done = Sendt videre til { $controller }
event-instruction_received-do = Opret efter instruks
event-instruction_received-done = Instruks modtaget fra { $controller }
event-not_a_request-do = Ikke en anmodning
event-not_a_request-done = Ikke en anmodning efter databeskyttelsesreglerne: { $what }. Sendt til { $where }
event-duplicate-do = Markér som dublet
event-duplicate-done = Dublet af { $reference }. Den tidligste dato gælder
event-start_collecting-do = Begynd at samle
event-start_collecting-done =
    { $n ->
        [one] Indsamling begyndt: { $n } opgave
       *[other] Indsamling begyndt: { $n } opgaver
    }
event-submit_for_review-do = Send til gennemsyn
event-submit_for_review-done = Sendt til gennemsyn hos { $user }
event-submit_without_collecting-do = Send til gennemsyn uden indsamling
event-submit_without_collecting-done = Sendt til gennemsyn uden indsamling: { $outcome }
event-request_changes-do = Send tilbage
event-request_changes-done = Sendt tilbage: { $comment }
event-recall_approval-do = Træk godkendelsen tilbage
event-recall_approval-done = Godkendelsen trukket tilbage: { $comment }
event-approve-do = Godkend
event-approve-done = Godkendt
event-approve-done_single = Godkendt af den, der skrev svaret
event-send_answer-do = Send svaret
event-send_answer-done = Svar sendt: { $outcome }
event-send_answer-done_post = Svar sendt med posten den { $day }
event-renew_delivery-do = Send et nyt link
event-renew_delivery-done = Nyt link sendt. Det gamle er lukket
event-undeliverable-do = Kom ikke frem
event-undeliverable-done = Svaret kom ikke frem: { $reason }
event-extend-do = Forlæng til { $date }
event-extend-done = Forlænget til { $date }, med begrundelse
event-undo_extension-do = Fortryd forlængelsen
event-undo_extension-done = Forlængelsen fortrudt. Fristen er igen { $date }
event-withdraw-do = Træk anmodningen tilbage
event-withdraw-done = Trukket tilbage af personen
event-undo_withdrawal-do = Fortryd, og fortsæt anmodningen
event-undo_withdrawal-done = Genoptaget af personen. Fristen har løbet hele tiden
event-stop-do = Stop, det er ikke mig
event-stop-done = Stoppet fra en kendt adresse. Intet kan sendes
event-representative_accepted-do = Godkend repræsentanten
event-representative_accepted-done = Fuldmagt set og godkendt. Svaret går til { $recipient }
event-representative_refused-do = Afvis repræsentanten
event-representative_refused-done = Repræsentanten afvist: { $missing } mangler
event-reopen-do = Åbn igen
event-reopen-done = Åbnet igen: { $reason }. Den oprindelige frist gælder
event-complaint-do = Opret klage
event-complaint-done = Klage oprettet som { $reference }
event-correct_received_date-do = Ret modtagelsesdatoen
event-correct_received_date-done = Modtagelsesdato rettet fra den { $day } til den { $day2 }: { $reason }
event-legal_hold_on-do = Stop sletningen: retskrav
event-legal_hold_on-done = Sletning stoppet på grund af et retskrav
event-legal_hold_off-do = Ophæv stoppet
event-legal_hold_off-done = Stoppet for sletning ophævet
event-purge_spam-do = Slet spam
event-purge_spam-done = Spam slettet efter 14 dage
event-erase-do = Slet sagen
event-erase-done = Sagen slettet. Nøglen er væk
event-task_add-do = Tilføj opgave
event-task_add-done = Opgave oprettet til { $holder }, frist { $date }
event-task_chase-do = Ryk { $holder }
event-task_chase-done = { $holder } rykket
event-task_answer-done = { $holder } svarede: { $n } fund
event-task_nothing-do = { $holder } har intet
event-task_nothing-done = { $holder } svarede: intet. Søgt i { $where }
event-redact-do = Streg over
event-redact-done = Streget over: { $what } ({ $reason })
event-note-do = Gem notat
event-note-done = Internt notat, sendes aldrig
event-move_controller-do = Flyt til en anden organisation her
event-move_controller-done = Flyttet til { $controller }
event-identity_proven-do = Notér, hvem det er
event-identity_proven-done = Identitet bekræftet, niveau { $n }
event-address_confirmed-done = Adressen er bekræftet af personen
event-code_sent-done = Kode sendt
event-code_replaced-done = Ny sagskode vist via den bekræftede adresse; den gamle gælder ikke mere
event-record_justified-done = { $holder }: en post blev indsamlet, som intet bevist peger på alene. { $reason }
event-code_refused-done = Forkert eller for gammel kode
event-message_received-done = Besked fra personen
event-message_sent-do = Send besked
event-message_sent-done = Besked til personen
event-file_attached-done = Fil vedhæftet
event-file_deleted-done = Kopi af legitimation slettet, efter at den var set
event-letter_sent-done = Brev afleveret til mailserveren
event-letter_failed-done = Et brev kunne ikke sendes
event-letter_posted-do = Notér dagen
event-letter_posted-done = Brev på papir sendt den { $day }
event-task_failed-done = Kilden kunne ikke gennemsøges
event-package_built-done = Pakken er samlet
event-downloaded-done = Svaret er hentet
event-downloaded-done_page = Svaret er læst i browseren
event-downloaded-done_letter = Brevet med svaret er hentet
event-link_revoked-do = Luk linket
event-link_revoked-done = Linket er lukket
event-reminded-done = Påmindelse sendt
event-read-done = Læst
event-sign_in-done = Log ind
event-staff_changed-done = Bruger ændret
event-register_changed-done = Fortegnelsen ændret
event-installation-done = Hændelse i installationen

# Poster, hvis oplysninger denne version ikke kan læse: kun hvad der skete.
event-ask_identity-done_bare = Spurgt om identitet
event-enter-done_bare = Oprettet af en medarbejder
event-assign-done_bare = Givet til en kollega
event-claim-done_bare = Taget af en kollega
event-add_right-done_bare = En anmodning blev tilføjet. Rettet kvittering sendt
event-split-done_bare = Delt i to
event-reclassify-done_bare = Ændret til en anden rettighed. Datoerne er regnet om
event-look_up-done_bare = Slået op i kilderne. Intet gemt
event-reply_received-done_bare = Svar modtaget
event-decide_pause-done_bare = Pausen er afgjort
event-lapse-done_bare = Lukket: der kom intet svar
event-forward-done_bare = Sendt videre til den dataansvarlige
event-instruction_received-done_bare = Instruks modtaget fra den dataansvarlige
event-not_a_request-done_bare = Ikke en anmodning efter databeskyttelsesreglerne. Sendt videre
event-duplicate-done_bare = Dublet af en anden sag. Den tidligste dato gælder
event-start_collecting-done_bare = Indsamling begyndt
event-submit_for_review-done_bare = Sendt til gennemsyn
event-submit_without_collecting-done_bare = Sendt til gennemsyn uden indsamling
event-request_changes-done_bare = Sendt tilbage
event-recall_approval-done_bare = Godkendelsen trukket tilbage
event-send_answer-done_bare = Svar sendt
event-undeliverable-done_bare = Svaret kom ikke frem
event-extend-done_bare = Forlænget, med begrundelse
event-undo_extension-done_bare = Forlængelsen fortrudt
event-representative_accepted-done_bare = Fuldmagt set og godkendt
event-representative_refused-done_bare = Repræsentanten afvist
event-reopen-done_bare = Åbnet igen. Den oprindelige frist gælder
event-complaint-done_bare = Klage oprettet
event-move_controller-done_bare = Flyttet til en anden organisation
event-correct_received_date-done_bare = Modtagelsesdato rettet
event-identity_proven-done_bare = Identitet bekræftet
event-records_chosen-done_bare = Det er noteret, hvilke poster der er personens
event-record_justified-done_bare = En post blev indsamlet, som intet bevist peger på alene
event-task_add-done_bare = Opgave oprettet
event-task_answer-done_bare = En opgave blev besvaret
event-task_nothing-done_bare = En opgave blev besvaret: intet fundet
event-letter_posted-done_bare = Brev på papir sendt

# what a step did, said once at the top of the case
did-assign = Sagen er givet til en kollega
did-claim = Sagen er din nu
did-note = Notatet er gemt
did-message_sent = Beskeden er skrevet til personen
did-ask_identity = Spørgsmålet til personen er skrevet
did-code_sent = Et link til koden er på vej til adressen
did-identity_proven = Det er noteret, hvem det er
did-records_chosen = Valget er husket til indsamlingen
did-reply_received = Svaret er noteret, og fristen løber
did-resume = Fristen løber igen
did-extend = Fristen er forlænget, og brevet er skrevet
did-withdraw = Anmodningen er trukket tilbage
did-reclassify = Anmodningen er rettet
did-start_collecting = Indsamlingen er i gang
did-task_answer = Opgaven er besvaret
did-submit_for_review = Svaret er sendt til gennemsyn
did-approve = Svaret er godkendt
did-request_changes = Svaret er sendt tilbage
did-recall_approval = Godkendelsen er trukket tilbage
did-send_answer = Svaret er afsendt
did-renew_delivery = Et nyt link er på vej
did-link_revoked = Linket er lukket
