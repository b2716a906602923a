### Events: the button (do) and the line in the history (done).

event-submit-do = Send to { $controller }
event-submit-done = Received through the web form
event-enter-do = Enter a case
event-enter-done = Entered ({ $channel }), received on { $day }
event-assign-do = Assign
event-assign-done = Assigned to { $user }
event-claim-do = Take it
event-claim-done = { $user } took it
event-add_right-do = Add a request
event-add_right-done = Added: { $right }. Corrected receipt sent
event-split-do = Split in two
event-split-done = Split into { $right } and { $right2 }
event-reclassify-do = Change what it is
event-reclassify-done = Changed from { $right } to { $right2 }. Dates recomputed
event-look_up-do = Look the person up
event-look_up-done =
    { $n ->
        [one] Looked up in { $n } source. Nothing kept
       *[other] Looked up in { $n } sources. Nothing kept
    }
event-ask_identity-do = Ask who it is
event-ask_identity-done_paused = Identity asked, with reason. Clock paused
event-ask_identity-done_running = Identity asked, too late to pause. Clock runs
event-ask_scope-do = Ask what it is about
event-ask_scope-done = Scope asked
event-reply_received-do = Enter the reply
event-reply_received-done =
    { $n ->
        [one] Reply received on { $day }. The clock stood still for { $n } day
       *[other] Reply received on { $day }. The clock stood still for { $n } days
    }
event-resume-do = Let the clock run again
event-resume-done = Clock resumed
event-decide_pause-do = Decide on the pause
event-decide_pause-done = Pause decided: { $choice }
event-lapse-do = Close, no reply came
event-lapse-done =
    { $n ->
        [one] Closed: no reply in { $n } day and after two reminders
       *[other] Closed: no reply in { $n } days and after two reminders
    }
event-forward-do = Forward to the controller
event-forward-done = Forwarded to { $controller }
event-instruction_received-do = Enter an instruction
event-instruction_received-done = Instruction received from { $controller }
event-not_a_request-do = Not a request
event-not_a_request-done = Not a data-protection request: { $what }. Passed to { $where }
event-duplicate-do = Mark as duplicate
event-duplicate-done = Duplicate of { $reference }. The earliest date counts
event-start_collecting-do = Start collecting
event-start_collecting-done =
    { $n ->
        [one] Collecting started: { $n } task
       *[other] Collecting started: { $n } tasks
    }
event-submit_for_review-do = Send for review
event-submit_for_review-done = Sent to { $user } for review
event-submit_without_collecting-do = Send for review without collecting
event-submit_without_collecting-done = Sent for review without collecting: { $outcome }
event-request_changes-do = Send back
event-request_changes-done = Sent back: { $comment }
event-recall_approval-do = Recall the approval
event-recall_approval-done = Approval recalled: { $comment }
event-approve-do = Approve
event-approve-done = Approved
event-approve-done_single = Approved by its author, single-handed
event-send_answer-do = Send the answer
event-send_answer-done = Answer sent: { $outcome }
event-send_answer-done_post = Answer posted on { $day }
event-renew_delivery-do = Send a new link
event-renew_delivery-done = New link sent. The old one is closed
event-undeliverable-do = Did not arrive
event-undeliverable-done = The answer did not arrive: { $reason }
event-extend-do = Extend to { $date }
event-extend-done = Extended to { $date }, with reasons
event-undo_extension-do = Undo the extension
event-undo_extension-done = Extension undone. Due again { $date }
event-withdraw-do = Withdraw the request
event-withdraw-done = Withdrawn by the person
event-undo_withdrawal-do = Undo and go on
event-undo_withdrawal-done = Taken up again by the person. The clock never stopped
event-stop-do = Stop, this is not me
event-stop-done = Stopped from a known address. Nothing can be sent
event-representative_accepted-do = Accept the representative
event-representative_accepted-done = Authority seen and accepted. The answer goes to { $recipient }
event-representative_refused-do = Refuse the representative
event-representative_refused-done = Representative refused: { $missing } missing
event-reopen-do = Reopen
event-reopen-done = Reopened: { $reason }. The original clock goes on
event-complaint-do = Enter a complaint
event-complaint-done = Complaint entered as { $reference }
event-correct_received_date-do = Correct the received date
event-correct_received_date-done = Received date corrected from { $day } to { $day2 }: { $reason }
event-legal_hold_on-do = Put on legal hold
event-legal_hold_on-done = Legal hold set
event-legal_hold_off-do = Lift the legal hold
event-legal_hold_off-done = Legal hold lifted
event-purge_spam-do = Delete spam
event-purge_spam-done = Spam deleted after 14 days
event-erase-do = Erase the case
event-erase-done = Case erased. The key is gone
event-task_add-do = Add a task
event-task_add-done = Task for { $holder }, due { $date }
event-task_chase-do = Remind { $holder }
event-task_chase-done = { $holder } reminded
event-task_answer-done =
    { $n ->
        [one] { $holder } answered: { $n } finding
       *[other] { $holder } answered: { $n } findings
    }
event-task_nothing-do = { $holder } holds nothing
event-task_nothing-done = { $holder } answered: nothing held. Searched in { $where }
event-redact-do = Redact
event-redact-done = Redacted: { $what } ({ $reason })
event-note-do = Save note
event-note-done = Internal note, never sent
event-move_controller-do = Move to another organisation here
event-move_controller-done = Moved to { $controller }
event-identity_proven-do = Record who it is
event-identity_proven-done = Identity confirmed, level { $n }
event-address_confirmed-done = Address confirmed by the person
event-code_sent-done = Code sent
event-code_replaced-done = New case code shown through the confirmed address; the old one ended
event-record_justified-done = { $holder }: a record was collected that nothing proven points at alone. { $reason }
event-code_refused-done = Wrong or expired code
event-message_received-done = Message from the person
event-message_sent-do = Send message
event-message_sent-done = Message to the person
event-file_attached-done = File attached
event-file_deleted-done = Copy of a document deleted after it was seen
event-letter_sent-done = Letter handed to the mail server
event-letter_failed-done = A letter could not be sent
event-letter_posted-do = Save the day
event-letter_posted-done = Letter on paper posted { $day }
event-task_failed-done = The source could not be searched
event-package_built-done = Package built
event-downloaded-done = Answer downloaded
event-downloaded-done_page = Answer read in the browser
event-downloaded-done_letter = Letter with the answer downloaded
event-link_revoked-do = Close the link
event-link_revoked-done = Link closed
event-reminded-done = Reminder sent
event-read-done = Read
event-sign_in-done = Sign-in
event-staff_changed-done = User changed
event-register_changed-done = Register changed
event-installation-done = Installation event

# Entries whose facts this version cannot read: only what happened.
event-ask_identity-done_bare = Identity asked
event-enter-done_bare = Entered by staff
event-assign-done_bare = Given to a colleague
event-claim-done_bare = Taken by a colleague
event-add_right-done_bare = A request was added. Corrected receipt sent
event-split-done_bare = Split in two
event-reclassify-done_bare = Changed to another right. Dates recomputed
event-look_up-done_bare = Looked up in the sources. Nothing kept
event-reply_received-done_bare = Reply received
event-decide_pause-done_bare = Pause decided
event-lapse-done_bare = Closed: no reply came
event-forward-done_bare = Forwarded to the controller
event-instruction_received-done_bare = Instruction received from the controller
event-not_a_request-done_bare = Not a data-protection request. Passed on
event-duplicate-done_bare = Duplicate of another case. The earliest date counts
event-start_collecting-done_bare = Collecting started
event-submit_for_review-done_bare = Sent for review
event-submit_without_collecting-done_bare = Sent for review without collecting
event-request_changes-done_bare = Sent back
event-recall_approval-done_bare = Approval recalled
event-send_answer-done_bare = Answer sent
event-undeliverable-done_bare = The answer did not arrive
event-extend-done_bare = Extended, with reasons
event-undo_extension-done_bare = Extension undone
event-representative_accepted-done_bare = Authority seen and accepted
event-representative_refused-done_bare = Representative refused
event-reopen-done_bare = Reopened. The original clock goes on
event-complaint-done_bare = Complaint entered
event-move_controller-done_bare = Moved to another organisation
event-correct_received_date-done_bare = Received date corrected
event-identity_proven-done_bare = Identity confirmed
event-records_chosen-done_bare = Said which records are the person’s
event-record_justified-done_bare = A record was collected that nothing proven points at alone
event-task_add-done_bare = Task added
event-task_answer-done_bare = A task was answered
event-task_nothing-done_bare = A task was answered: nothing held
event-letter_posted-done_bare = Letter on paper posted

# what a step did, said once at the top of the case
did-assign = The case is given to a colleague
did-claim = The case is yours now
did-note = The note is saved
did-message_sent = The message is written to the person
did-ask_identity = The question to the person is written
did-code_sent = A link to the code is on its way to the address
did-identity_proven = Who it is has been recorded
did-records_chosen = The choice is kept for the collecting
did-reply_received = The reply is entered and the clock runs
did-resume = The clock runs again
did-extend = There is more time now, and the letter about it is written
did-withdraw = The request is withdrawn
did-reclassify = The request is changed
did-start_collecting = Collecting has begun
did-task_answer = The task is answered
did-submit_for_review = The answer is sent for review
did-approve = The answer is approved
did-request_changes = The answer is sent back
did-recall_approval = The approval is recalled
did-send_answer = The answer has been sent
did-renew_delivery = A new link is on its way
did-link_revoked = The link is closed
