### Marketing that is stopped, the suppression list, links that stop it with one press.

event-marketing_stopped-do = Stopped
event-marketing_stopped-done = Marketing stopped
event-suppression-done = The suppression list was used
event-api-done = A program used the interface
did-marketing_stopped = What was stopped is kept, and the answer is in review
ui-next-stop = Stop the marketing and say what was stopped
letter-name-marketing_stopped = Marketing stopped
error-stopped-channel = Choose what was stopped
error-stopped-first = Say on the page “Stopped” what was stopped and when. It becomes the answer.

stopped-email = newsletters and other e-mails
stopped-phone = calls
stopped-sms = text messages
stopped-post = letters and printed matter
stopped-profiling = profiles to choose what we send
stopped-photo_portrait = pictures from events in which you are the motif
stopped-photo_situation = pictures from events in which you are one of many
stopped-title = Marketing is stopped
stopped-do = Stopped
stopped-what = What was stopped
stopped-rule = Nothing is weighed and nothing can be refused. Stop everything the person meant; when in doubt, all of it.
stopped-newsletter = The address must be off every newsletter list by { $date } at the latest.
stopped-when = When
stopped-day = Day
stopped-time = Time
stopped-told = Who else was told to stop
stopped-recipients = Processors in the register
stopped-others = Others
stopped-others-hint = One a line. The letter names them.
stopped-list = Suppression list
stopped-list-kept = These go on the list, as fingerprints that nobody can read: { $addresses }.
stopped-list-none = The person gave neither e-mail nor phone, so nothing goes on the list by itself.
stopped-list-more = Further addresses we have
stopped-list-more-hint = E-mail or phone, one a line: those the marketing went to.

suppression-title = Suppression list
suppression-more = People on this list must not get marketing. It holds fingerprints only: it can be asked about an address, but not read through. It stays when the case is erased.
suppression-count-email =
    { $n ->
        [one] { $n } e-mail address
       *[other] { $n } e-mail addresses
    }
suppression-count-phone =
    { $n ->
        [one] { $n } phone number
       *[other] { $n } phone numbers
    }
suppression-address = E-mail or phone
suppression-address-hint = Asking is noted in the audit trail. The address is not.
suppression-look = Is it on the list?
suppression-reason = Reason
suppression-reason-hint = Needed to add or take off. Taking off needs the person to have asked for marketing again: say when and how.
suppression-add = Add
suppression-lift = Take off
suppression-is_on = It is on the list
suppression-is_off = It is not on the list
suppression-origin-case = added when a case was answered
suppression-origin-link = added when a link in a mail was pressed
suppression-origin-desk = added at the desk
suppression-lifted = taken off
suppression-did-added = Added
suppression-did-was_on = It was on the list already
suppression-did-lifted = Taken off
error-suppression-address = This is neither an e-mail address nor a phone number
error-suppression-not_on = It is not on the list

stop-ask-title = Stop the mails
stop-ask-marketing_objection = { $controller } stops all direct marketing to
stop-ask-consent_withdrawal = You withdraw your consent to mails from { $controller } for
stop-ask-more = One press is enough. You need no account and no reason.
stop-do-marketing_objection = Stop marketing
stop-do-consent_withdrawal = Withdraw my consent
stop-done-title = It is stopped
stop-done-marketing_objection = From now on { $controller } sends no marketing to
stop-done-consent_withdrawal = Your consent is withdrawn. From now on { $controller } sends nothing that rests on it to
stop-done-list = A fingerprint of your address is on the list of people who must not get marketing. It cannot be read, and it is there so that it stays stopped.
stop-done-rest = A member of staff stops the rest (calls, letters, those who send for us) by the next working day, and writes to you when it is done.
stop-done-printed = What is already printed or on its way may still reach you.
stop-done-reference = Your case number:
stop-before-title = It was stopped already
stop-before-more = You have done this before. There is no marketing to
stop-unknown-title = This link does not work
stop-unknown-more = It may have been cut off in the mail. You can stop marketing in another way, and it counts just as much.
stop-words-marketing_objection = I pressed the link in a mail that stops marketing.
stop-words-consent_withdrawal = I pressed the link in a mail that withdraws my consent.
error-api-language = The organisation does not answer in this language
error-form-empty = Something has to be filled in here
