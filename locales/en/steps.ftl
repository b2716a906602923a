### Steps on a case: what stands in the way, and the words of their pages.

## Refusals

refusal-role = Your role does not allow this. Ask a colleague who may.
refusal-right = This step does not exist for the right: { $right }.
refusal-state = The request now stands at: { $state }. This step is not possible there.
refusal-nothing_to_do = It is so already. Nothing was changed.
refusal-not_found = There is no such case or request.
refusal-needs = Something is missing before this can be done.

## Needs

need-identity = Identity level { $needed } is needed and { $reached } is reached. Look the person up, or ask who it is.
need-delivery = No address on record has been proven for this way of sending. Send a code to one, or record that you reached the person there.
need-not_stopped = Somebody at an address on record stopped the case. A privacy officer has to decide first.
need-identity_doubt = The level these rights need is reached. There is nothing left to ask.
need-task = Choose at least one place to search.
need-tasks_finished =
    { $n ->
        [one] { $n } task is not finished yet.
       *[other] { $n } tasks are not finished yet.
    }
need-task_answered = Every task was called off. Search at least one place.
need-outcome = “{ $outcome }” cannot be the answer here. Choose another outcome.
need-text = Write what the letter needs: what was done or found, and for each ground what it concerns and why.
need-ground = Choose at least one ground.
need-ground_allowed = This ground does not support the outcome for this right: { $ground }
need-asked_first = Ask the person first. Only then can this ground be used: { $ground }
need-no_unproven_match = Something matches what nobody has proven. Ask who the person is, or say at the look-up that it is somebody else, before you answer “nothing held”.
need-other_approver = You wrote this answer. Somebody else has to approve it.
need-fresh_factor = You approve your own answer alone. Confirm with a new code that it is you.
need-package = The package is not ready yet. Wait a moment and try again.
need-same_package = The package was built again after the answer was approved. Take the approval back and have it approved again.
need-words = Write here what is missing.
need-words-reason = Write the reason.
need-words-reasons = Write why more time is needed.
need-words-comment = Write a comment, so that the author knows what to do.
need-words-evidence = Write what the person wrote, and where it is kept.
need-words-note = Write a note: what was handed over or said, and how you recognised the person.
need-words-item = Write what you ask for, and nothing more than is needed.
need-words-task_name = Write the name of the system or colleague.
need-late_reason = The answer is late. Say why.
need-late_entry_reason = The request was received more than 30 days ago. Say why it is entered only now.
need-disputable_reason = The safe last day was { $date }. Say why you extend after it; it can be disputed.
need-only_once = It can be done once, and it has been done.
need-not_after = It is too late. The last day was { $date }.
need-not_before = It is too early. The first day is { $date }.
need-date = Choose a possible day.
need-date-from = Choose a day on or after { $date }.
need-date-to = Choose a day on or before { $date }.
need-date-between = Choose a day between { $date } and { $date2 }.
need-any_right = Choose at least one right.
need-reachable = Give one way to reach the person.
need-channel = Choose how the request came in.
need-reminders =
    { $n ->
        [one] Two reminders are needed before the request can be closed. { $n } has been sent.
       *[other] Two reminders are needed before the request can be closed. { $n } have been sent.
    }
need-pause_decided = A privacy officer has to decide on the pause first.

## Needs: facts that must hold

need-another_case = Choose another case than this one.
need-answer_sent = No answer has been sent yet.
need-correction_sent = The notice has gone out. A correction has to go with it.
need-question_posted = The question has not been posted yet. Post the letter and save the day first.
need-due_in_two_working_days = The task has to be due within two working days.
need-earliest_date_kept = The earliest date received has to be kept.
need-in_the_bin = The case has to be in the bin first.
need-new_id = Something went wrong on our side. Try again.
need-pause_ids = Something went wrong on our side. Try once more.
need-no_joint_controllers = Joint controllers each have to answer themselves. The request is not passed on.
need-no_legal_hold = The case may not be erased: there is a legal hold on it.
need-no_right_recognised = A right was recognised, so it is not spam.
need-not_about_assignee = The case is about this colleague. Choose somebody else.
need-officer_confirms = A privacy officer has to confirm it.
need-released = Nothing was released with this answer, so there is no link to renew.
need-representative = Nobody asks for the person in this case.
need-representative_without_authority = Use this ground only when somebody asks for the person without authority.
need-same_person = It has to be the same person.
need-target_open = The other case has to be open.
need-not_erased = The case has been erased.
need-retention_reached = The time to keep it has not run out yet.
need-no_live_restriction = A restriction is still in force.
need-no_open_recipient_notice = Not all recipients have been told yet.
need-no_backup_follow_up = Backups still have to be followed up.
need-no_valid_link = A link to the answer is still open.
need-no_open_complaint = A complaint is still open.
need-listed_for_review = The case has to be listed for review first.
refusal-not_now = Your step is no longer possible. What you wrote is kept below.

## Field problems

error-the_file = the file
error-needed = Fill this in
error-too-long = The text is too long. Shorten it.
error-old-form = The page was open too long. What you wrote is still here: press the button again.
error-address-none = Choose an address
error-address-young = It came on record too shortly before the request, so it proves nothing. Choose another.
error-since-needed = Say since when it has been on record.
error-only_given = The request gives this address itself, and no connected source holds it. Answering there proves nothing unless it also stood on record: look again, and confirm it.
error-code-needs-mail = A code can only go to an e-mail address. Record instead that you reached the person yourself.
error-record-gone = The record has changed since the page was made. Look the person up again.
error-record-reason = Say why this is the person’s record, or untick it.
error-how-none = Choose how you reached the person
error-how-other = The address on record is of another kind. Choose the way that fits it.
error-searched-where = Say where and how you searched
error-found-none = Choose whether anything was found
error-found-empty = Paste what you found, or add a file
error-csv = The table in { $file } cannot be read. It needs a line of headings and as many fields in every line.
error-csv-empty = There is no line of headings in { $file }.
error-csv-fields = Line { $line } of { $file } has { $n ->
    [one] { $n } field
   *[other] { $n } fields
} for { $of ->
    [one] { $of } heading
   *[other] { $of } headings
}. Every line needs one field for each heading.
error-csv-quote = A quotation mark opens in line { $line } of { $file } and is never closed.
error-csv-heading = Heading { $column } in line { $line } of { $file } is empty or stands there twice. Give every column a name of its own.
error-too-many-columns = There are more than 500 columns in { $file }. Split it.
error-text-line = Line { $line } of { $file } is not UTF-8 text. Save the file again with the encoding UTF-8.
error-json = The JSON in { $file } has to be one object or a list of objects.
error-json-cut = The JSON in { $file } stops in line { $line }, before it is complete.
error-json-at = Line { $line } of { $file } cannot be read as JSON from character { $column } on.
error-json-row = Item { $item } of the list in { $file } is not an object.
error-json-deep = Line { $line } of { $file } goes more than 32 levels deep.
error-the_paste = what you pasted
error-too-many-records = The file holds more than 100,000 records. Split it.
error-too-many-files = Add at most ten files
error-file-too-big = { $file } is too large. At most { $max } MB.
error-outcome-none = Choose an outcome
error-data-found = Something was found, so “nothing held” is not the answer
error-ground-what = Say what the ground concerns
error-answer-words = Write what was done, so that the person understands it
error-extend-ground = Choose why more time is needed
error-via-none = Choose how the answer is sent
error-withheld-nothing = You chose “partly fulfilled”, but nothing is withheld: everything would be in the file. Choose what is withheld, or say in your own words what was left out and why.
error-withheld-outcome = Something is withheld, so the answer is “partly fulfilled”. Choose that, or give everything out.
error-withheld-gone = Something you chose is no longer among what was found. Go through the list again.
error-withheld-ground = Choose the ground it is withheld on.

## Looking up

match-line = { $how }. { $strength } { $proven }
match-partial = { $kind }, in part
match-strong = Points at one person.
match-weak = Counts for nothing alone.
match-shared = Several records share it.
match-proven = The person has proven it.
match-unproven = Not proven.
look-up-other = A colleague has said that this is somebody else.
address-no_code = No code can go here. Call or write, and record it below.
identifier-refused = { $kind } was not searched: { $why }
identifier-refused-empty = empty
identifier-refused-too_short = too short
identifier-refused-too_long = too long
identifier-refused-invisible = holds hidden characters
identifier-refused-malformed = not of the right form
identifier-refused-too_many_matches = matches too many records
identifier-unknown = Cannot search by { $kind }
contact-other_address = Another address or number on record
contact-since_on = On record since
contact-since_on-hint = Only for an address you typed. One that came on record shortly before the request proves nothing.
contact-only_given = It stood on record at that place before the request, and I saw it there
contact-only_given-more = The request gives this address too, and no connected source holds it. Whoever approves sees that you said so.
contact-document_seen = A document was seen too.

## Asking

doubt-other_address = you write from another address than the one we know
doubt-several = several people in our systems fit what you wrote
doubt-changed = what we have about you was changed just before your request
ask-item = Something else
ask-item-code = the code we send to an address we already have
ask-item-call = an answer when we call a number we already have
ask-item-number = an order number or a customer number
ask-item-document = an identity document with your name and address
ask-doubt_on = The doubt arose on
ask-doubt_on-hint = A question pauses the clock only within three working days of the request or of the doubt.

## Collecting

collect-not_yet = Nothing is searched before the level is reached.
collect-no_record = No record found. If the source is ticked all the same, the finding says that nothing is held.
collect-why = Why is this the person’s record?
collect-why-hint = Nothing proven points at it alone, so it may be somebody else’s. Whoever approves reads this.
collect-hand = Ask a colleague, { $n }
collect-hand-name = System or colleague
collect-hand-question = What is asked
collect-hand-due = By (if another day than below)
check-record_reason = { $holder }: collected although nothing proven points at the record alone. { $reason }
check-only_given = Proven at an address that the request gave too and no connected source holds. A colleague says that it stood on record: { $place }
finding-first = The first { $n } of { $all } records are shown. The package holds them all.
withheld-why = { $why }
send-postal-on_record = To the postal address on record in your systems, never to one from the request
