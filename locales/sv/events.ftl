### Events: the button (do) and the line in the history (done).

event-submit-do = Skicka till { $controller }
event-submit-done = Kom in genom formuläret
event-enter-do = Lägg upp ärende
event-enter-done = Upplagt ({ $channel }), mottaget den { $day }
event-assign-do = Tilldela
event-assign-done = Tilldelat { $user }
event-claim-do = Ta den
event-claim-done = { $user } tog den
event-add_right-do = Lägg till en begäran
event-add_right-done = Tillagt: { $right }. Rättat kvitto skickat
event-split-do = Dela i två
event-split-done = Delad i { $right } och { $right2 }
event-reclassify-do = Ändra vad det är
event-reclassify-done = Ändrad från { $right } till { $right2 }. Datumen är omräknade
event-look_up-do = Slå upp personen
event-look_up-done =
    { $n ->
        [one] Uppslagen i { $n } källa. Inget sparat
       *[other] Uppslagen i { $n } källor. Inget sparat
    }
event-ask_identity-do = Fråga vem det är
event-ask_identity-done_paused = Frågat om identitet, med motivering. Tiden står stilla
event-ask_identity-done_running = Frågat om identitet för sent för en paus. Tiden löper
event-ask_scope-do = Fråga vad det gäller
event-ask_scope-done = Frågat vad det gäller
event-reply_received-do = Anteckna svaret
event-reply_received-done =
    { $n ->
        [one] Svar mottaget den { $day }. Tiden stod stilla i { $n } dag
       *[other] Svar mottaget den { $day }. Tiden stod stilla i { $n } dagar
    }
event-resume-do = Låt tiden löpa igen
event-resume-done = Tiden löper igen
event-decide_pause-do = Ta ställning till pausen
event-decide_pause-done = Pausen avgjord: { $choice }
event-lapse-do = Avsluta, svaret uteblev
event-lapse-done =
    { $n ->
        [one] Avslutad: inget svar på { $n } dag och efter två påminnelser
       *[other] Avslutad: inget svar på { $n } dagar och efter två påminnelser
    }
event-forward-do = Skicka vidare till den personuppgiftsansvarige
event-forward-done = Skickad vidare till { $controller }
event-instruction_received-do = Lägg upp efter instruktion
event-instruction_received-done = Instruktion mottagen från { $controller }
event-not_a_request-do = Inte en begäran
event-not_a_request-done = Inte en begäran enligt dataskyddsreglerna: { $what }. Skickad till { $where }
event-duplicate-do = Markera som dubblett
event-duplicate-done = Dubblett av { $reference }. Det tidigaste datumet gäller
event-start_collecting-do = Börja samla in
event-start_collecting-done =
    { $n ->
        [one] Insamlingen har börjat: { $n } arbetsuppgift
       *[other] Insamlingen har börjat: { $n } arbetsuppgifter
    }
event-submit_for_review-do = Skicka för granskning
event-submit_for_review-done = Skickad för granskning till { $user }
event-submit_without_collecting-do = Skicka för granskning utan insamling
event-submit_without_collecting-done = Skickad för granskning utan insamling: { $outcome }
event-request_changes-do = Skicka tillbaka
event-request_changes-done = Skickad tillbaka: { $comment }
event-recall_approval-do = Ta tillbaka godkännandet
event-recall_approval-done = Godkännandet återtaget: { $comment }
event-approve-do = Godkänn
event-approve-done = Godkänd
event-approve-done_single = Godkänd av den som skrev svaret
event-send_answer-do = Skicka svaret
event-send_answer-done = Svar skickat: { $outcome }
event-send_answer-done_post = Svar postat den { $day }
event-renew_delivery-do = Skicka en ny länk
event-renew_delivery-done = Ny länk skickad. Den gamla är stängd
event-undeliverable-do = Kom inte fram
event-undeliverable-done = Svaret kom inte fram: { $reason }
event-extend-do = Förläng till { $date }
event-extend-done = Förlängd till { $date }, med motivering
event-undo_extension-do = Ångra förlängningen
event-undo_extension-done = Förlängningen ångrad. Sista dag är åter { $date }
event-withdraw-do = Ta tillbaka begäran
event-withdraw-done = Återtagen av personen
event-undo_withdrawal-do = Ångra och fortsätt med begäran
event-undo_withdrawal-done = Återupptagen av personen. Tiden har löpt hela tiden
event-stop-do = Stoppa, det är inte jag
event-stop-done = Stoppad från en känd adress. Inget kan skickas
event-representative_accepted-do = Godta ombudet
event-representative_accepted-done = Fullmakt kontrollerad och godtagen. Svaret går till { $recipient }
event-representative_refused-do = Avvisa ombudet
event-representative_refused-done = Ombudet avvisat: { $missing } saknas
event-reopen-do = Öppna igen
event-reopen-done = Öppnad igen: { $reason }. Den ursprungliga tiden gäller
event-complaint-do = Lägg upp klagomål
event-complaint-done = Klagomål upplagt som { $reference }
event-correct_received_date-do = Rätta mottagningsdatumet
event-correct_received_date-done = Mottagningsdatum rättat från den { $day } till den { $day2 }: { $reason }
event-legal_hold_on-do = Stoppa raderingen: rättsligt anspråk
event-legal_hold_on-done = Radering stoppad på grund av ett rättsligt anspråk
event-legal_hold_off-do = Häv stoppet
event-legal_hold_off-done = Stoppet för radering hävt
event-purge_spam-do = Radera skräppost
event-purge_spam-done = Skräppost raderad efter 14 dagar
event-erase-do = Radera ärendet
event-erase-done = Ärendet raderat. Nyckeln är borta
event-task_add-do = Lägg till arbetsuppgift
event-task_add-done = Arbetsuppgift upplagd för { $holder }, klar senast { $date }
event-task_chase-do = Påminn { $holder }
event-task_chase-done = { $holder } påmind
event-task_answer-done = { $holder } svarade: { $n } fynd
event-task_nothing-do = { $holder } har inget
event-task_nothing-done = { $holder } svarade: inget. Sökt i { $where }
event-redact-do = Maskera
event-redact-done = Maskerat: { $what } ({ $reason })
event-note-do = Spara anteckning
event-note-done = Intern anteckning, skickas aldrig
event-move_controller-do = Flytta till en annan organisation här
event-move_controller-done = Flyttat till { $controller }
event-identity_proven-do = Anteckna vem det är
event-identity_proven-done = Identiteten bekräftad, nivå { $n }
event-address_confirmed-done = Adressen är bekräftad av personen
event-code_sent-done = Kod skickad
event-code_replaced-done = Ny ärendekod visad via den bekräftade adressen; den gamla gäller inte längre
event-record_justified-done = { $holder }: en post samlades in som inget bevisat pekar på ensam. { $reason }
event-code_refused-done = Fel eller för gammal kod
event-message_received-done = Meddelande från personen
event-message_sent-do = Skicka meddelande
event-message_sent-done = Meddelande till personen
event-file_attached-done = Fil bifogad
event-file_deleted-done = Kopia av legitimation raderad efter att den setts
event-letter_sent-done = Brev lämnat till e-postservern
event-letter_failed-done = Ett brev kunde inte skickas
event-letter_posted-do = Anteckna dagen
event-letter_posted-done = Brev på papper skickat { $day }
event-task_failed-done = Källan kunde inte sökas igenom
event-package_built-done = Paketet är klart
event-downloaded-done = Svaret är hämtat
event-downloaded-done_page = Svaret är läst i webbläsaren
event-downloaded-done_letter = Brevet med svaret är hämtat
event-link_revoked-do = Stäng länken
event-link_revoked-done = Länken är stängd
event-reminded-done = Påminnelse skickad
event-read-done = Läst
event-sign_in-done = Inloggning
event-staff_changed-done = Användare ändrad
event-register_changed-done = Registerförteckningen ändrad
event-installation-done = Händelse i installationen

# Poster vars uppgifter den här versionen inte kan läsa: bara vad som hände.
event-ask_identity-done_bare = Frågat om identitet
event-enter-done_bare = Upplagt av en medarbetare
event-assign-done_bare = Given till en kollega
event-claim-done_bare = Tagen av en kollega
event-add_right-done_bare = En begäran lades till. Rättat kvitto skickat
event-split-done_bare = Delad i två
event-reclassify-done_bare = Ändrad till en annan rättighet. Datumen är omräknade
event-look_up-done_bare = Uppslagen i källorna. Inget sparat
event-reply_received-done_bare = Svar mottaget
event-decide_pause-done_bare = Pausen avgjord
event-lapse-done_bare = Avslutad: inget svar kom
event-forward-done_bare = Skickad vidare till den personuppgiftsansvariga
event-instruction_received-done_bare = Instruktion mottagen från den personuppgiftsansvariga
event-not_a_request-done_bare = Inte en begäran enligt dataskyddsreglerna. Skickad vidare
event-duplicate-done_bare = Dubblett av ett annat ärende. Det tidigaste datumet gäller
event-start_collecting-done_bare = Insamlingen har börjat
event-submit_for_review-done_bare = Skickad för granskning
event-submit_without_collecting-done_bare = Skickad för granskning utan insamling
event-request_changes-done_bare = Skickad tillbaka
event-recall_approval-done_bare = Godkännandet återtaget
event-send_answer-done_bare = Svar skickat
event-undeliverable-done_bare = Svaret kom inte fram
event-extend-done_bare = Förlängd, med motivering
event-undo_extension-done_bare = Förlängningen ångrad
event-representative_accepted-done_bare = Fullmakt kontrollerad och godtagen
event-representative_refused-done_bare = Ombudet avvisat
event-reopen-done_bare = Öppnad igen. Den ursprungliga tiden gäller
event-complaint-done_bare = Klagomål upplagt
event-move_controller-done_bare = Flyttat till en annan organisation
event-correct_received_date-done_bare = Mottagningsdatum rättat
event-identity_proven-done_bare = Identiteten bekräftad
event-records_chosen-done_bare = Antecknat vilka poster som är personens
event-record_justified-done_bare = En post samlades in som inget bevisat pekar på ensam
event-task_add-done_bare = Arbetsuppgift upplagd
event-task_answer-done_bare = En arbetsuppgift besvarades
event-task_nothing-done_bare = En arbetsuppgift besvarades: inget hittat
event-letter_posted-done_bare = Brev på papper skickat

# what a step did, said once at the top of the case
did-assign = Ärendet är tilldelat en kollega
did-claim = Ärendet är ditt nu
did-note = Anteckningen är sparad
did-message_sent = Meddelandet är skrivet till personen
did-ask_identity = Frågan till personen är skriven
did-code_sent = En länk till koden är på väg till adressen
did-identity_proven = Det är antecknat vem det är
did-records_chosen = Valet är sparat till insamlingen
did-reply_received = Svaret är antecknat och tidsfristen löper
did-resume = Tidsfristen löper igen
did-extend = Tidsfristen är förlängd och brevet är skrivet
did-withdraw = Begäran är återtagen
did-reclassify = Begäran är ändrad
did-start_collecting = Insamlingen har börjat
did-task_answer = Arbetsuppgiften är besvarad
did-submit_for_review = Svaret är skickat för granskning
did-approve = Svaret är godkänt
did-request_changes = Svaret är skickat tillbaka
did-recall_approval = Godkännandet är återkallat
did-send_answer = Svaret är avsänt
did-renew_delivery = En ny länk är på väg
did-link_revoked = Länken är stängd
