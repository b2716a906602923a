### The desk: the door, entering, the history.

error-otp-wrong = The code is not right, or it was used before. Wait for the next one.
error-password-common = That password is easy to guess. Choose another. Several words in a row are good.
error-password-own-words = Your name, your address and the name of the organisation may not be in the password. Choose another.
error-password-different = The two passwords differ. Write the same twice.
error-colleague = Choose a colleague who works on cases
error-receipt-mail = Write an e-mail address, or choose to print the receipt
error-file-several = Choose one file. Send more on the case page.
ui-scan-hint = PDF, JPEG, PNG or text, up to { $max } MB. One file.
ui-about-staff = Is the case about one of us?
ui-about-staff-hint = That colleague never sees the case. Others see it only if they are privacy officers or work on it.
ui-about-staff-none = No
id-2-accepted = Lower level accepted by the privacy officer
event-submit_for_review-done_plain = Sent for review: { $outcome }
event-task_nothing-done_plain = { $holder } answered: nothing held
event-other-done = A step of another version of the program
history-left_out =
    { $n ->
        [one] The chain holds { $n } more entry: it says who read the case.
       *[other] The chain holds { $n } more entries: they say who read the case.
    }
history-left_out-older = These are the newest { $shown }. The chain holds { $n } more, which are older or say who read the case.
finding-by_hand = Found by hand
collect-hand-more = Systems Indsigt cannot search, and colleagues who know something. Leave the fields empty if there are none.
collect-add = Add another place
fault-settings = The source is set up wrongly. Whoever runs Indsigt sees why with “indsigt doctor”.
fault-unreachable = The source cannot be reached. Try again in a while.
fault-tls = No secure connection to the source can be made. Whoever runs Indsigt has to look at the certificate.
fault-sign_in = The source refuses our user name or password. Whoever runs Indsigt has to correct them.
fault-denied = We may not read one of the source’s tables. Whoever runs the source has to allow it.
fault-changed = The source has changed and no longer fits its data map. Whoever runs Indsigt sees what with “indsigt doctor”.
fault-too_slow = The source did not answer within the time set for it. Try again in a while.
fault-too_many_records = The source holds more records about the person than the limit allows. Whoever runs Indsigt can raise it.
fault-value_too_large = The source holds one value that is too large to fetch. Find it by hand.
fault-record_gone = The record that was chosen is no longer in the source. Look the person up again.
fault-interrupted = The connection broke while the source was read. Nothing was kept. Try again.
fault-database = The source’s database answered with an error. The log says which.
fault-storing = The source was read, but the finding could not be stored here. The disk may be full.
fault-not_configured = The source is not connected to Indsigt any more. Search by hand.
fault-other = The source could not be searched. The log says why.
error-source-away = A source cannot be searched now, so what it holds is not certain. Try again in a while.
task-by_hand_instead = Try again, or search the system yourself and answer below.
send-typed_kept = Nothing has been sent yet. What you typed is here again: look it through and send.
as-person-note = This is the case as the person sees it now. You can only read here.
as-person-back = Back to the case
look-up-keep = Remember the choice for collecting
error-record-none = Tick the record that is the person, or choose that none of them is
error-record-ticked = You have ticked a record. Untick it, or remember the choice.
event-records_chosen-done =
    { $n ->
        [0] None of the records found is the person
        [one] { $n } record chosen as the person’s
       *[other] { $n } records chosen as the person’s
    }
flag-unsure = Was not sure: read what the person wrote
reclassify-now = It now says
reclassify-words = What the person wrote
reclassify-no_words = The person wrote nothing.
reclassify-is = What is it then?
reclassify-drops_answer = The answer that is written is dropped: it belongs to the other right.
reclassify-then = The dates are recomputed from the day you received it. The person gets a corrected receipt.
error-right-none = Choose what it is
finding-text = Text
ui-doings-more = Other things you can do
