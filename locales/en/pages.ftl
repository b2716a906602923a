### Words of the pages that no other part of the product uses.

## Everywhere
ui-language = Language
ui-about-site = About this site
ui-privacy-policy = Privacy notice
ui-ask-dpo = Ask our data protection officer
ui-ask-person = Ask for { $name }
ui-company-number = Company number
ui-not-yet = not yet
ui-missing = missing
ui-else = else
ui-paused-else = Paused, else
ui-on-pause = Paused, else
ui-today = today
ui-or = or
ui-by-date = By { $date }
ui-note-inside = Internal, never sent
ui-read-letter = Read the letter
ui-case = Case
ui-name = Name
ui-deadline = Answer date
ui-call = Call { $phone }.
ui-counts-as-much = It counts just as much.
ui-undo = Undo
ui-undo-by = Undo by
ui-see-case = See the case
ui-what-now = What happens now?
ui-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
ui-sent = Sent
ui-country-dk = Denmark
ui-country-se = Sweden
ui-paste = You may paste it. Spaces do not matter.

## Rights as short labels
ui-right-access = Access
ui-right-rectification = Rectification
ui-right-erasure = Erasure
ui-right-restriction = Restriction
ui-right-portability = Portability
ui-right-objection = Objection
ui-right-marketing_objection = Stop marketing
ui-right-automated_decision = Automated decision
ui-right-consent_withdrawal = Consent withdrawal

## Choose an organisation
ui-choose-title = Who do you want to ask?
ui-choose-lead = Several organisations answer here, each for itself. Choose the one you have dealt with.
ui-choose-list = Organisations
ui-choose = Choose
ui-choose-unsure = Not sure?
ui-choose-unsure-body = The name is at the bottom of your invoice and in the e-mail you got when you bought. If you choose the wrong one, we tell you and show you the way.
ui-choose-several = Do you want to ask several?
ui-choose-several-body = Then send a request to each. They answer separately.

## Start
ui-start-promise =
    { $n ->
        [one] { $n } day is our promise. The law says one month.
       *[other] { $n } days is our promise. The law says one month.
    }
ui-start-law = The law gives us one month.
ui-start-marketing = Marketing stops by the next working day.
ui-start-quick = Two minutes
ui-start-quick-more = Five short questions. No account, no app.
ui-start-free = It is free
ui-start-free-more = And you need not say why you ask.
ui-start-only-you = Only to you
ui-start-only-you-more = We never send your information to an address we have not checked.
ui-start-how = How it works
ui-start-how-1 = You write to us here
ui-start-how-1-more = You get a reference and a code at once, so that you can follow the case.
ui-start-how-2 = We make sure it is you
ui-start-how-2-more = Usually with a code to an e-mail address we already had, or a call to a number we had.
ui-start-how-3 = We find the information
ui-start-how-3-more = In our own systems and with those who work for us.
ui-start-how-4 = You get an answer
ui-start-how-4-more = Written so that it can be understood. If we say no to something, we tell you why and where you can complain.
ui-number-title = Do not write your national ID number here
ui-number-body = Do not send passports, account numbers or health details either.
ui-number-more = If we need more, we ask and show a safe way.
ui-other-phone = Call us on { $phone }.
ui-other-write = Write to { $email }.

## The questions
ui-objection-hint = It helps us decide. You can also write it later.
ui-about-label = Where and when have you dealt with us?
ui-other-ids = Anything else we may know you by
ui-other-ids-hint = An old e-mail address, another number, a customer number or a former name.
ui-contact-lead = E-mail, phone or post. One way is enough.
ui-address-hint = If you want an answer on paper.
ui-leave-empty = Leave this empty
ui-who-guardian = Someone I am guardian for
ui-who-lawyer = Someone I am a lawyer for
ui-who-another = Asking for someone else?
ui-who-name = The other person’s name
ui-who-email = The other person’s e-mail
ui-who-phone = The other person’s phone
ui-who-address = The other person’s postal address
ui-who-contact = So that we find the right information and can reach the person it is about. Our letters go to you.
ui-who-clock = The clock runs from today, also while we look at the authority. The answer goes to the person it is about, unless the authority says otherwise.
ui-last-step = Last step: check your answers
ui-check-asks = What you ask for
ui-check-you-want = You want to
ui-check-you = About you
ui-check-file = Anything to attach?
ui-authority-here = attach it here, or send it later from the case page.
ui-check-next = What happens when you send
ui-not-given = Not given
ui-answer-in = Answer in

## Receipt
ui-receipt = Receipt
ui-receipt-by-then = You will hear from us by that day
ui-receipt-promise =
    { $n ->
        [one] That is our promise: { $n } day. The law gives us until { $date }. The earlier date counts.
       *[other] That is our promise: { $n } days. The law gives us until { $date }. The earlier date counts.
    }
ui-receipt-law = That is the law’s date: one month from the day we received your request.
ui-receipt-promise-same =
    { $n ->
        [one] That is our promise: { $n } day. The law’s date is the same day.
       *[other] That is our promise: { $n } days. The law’s date is the same day.
    }
ui-understood = How we understood you
ui-follow = Follow the case
ui-receipt-mail = Open the e-mail from us
ui-receipt-who = We may ask who you are
ui-receipt-who-more = Only if we are in doubt, and only what is needed.
ui-code-once = The code is shown only here
ui-code-never-asked = We never ask for your code on the phone.

## Find a case
ui-find-title = Find my case
ui-find-lead = Both are on your receipt.
ui-reference-hint = For example K7QF-2M9D. You can use capital or small letters.
ui-code-hint = The digits from the receipt. Spaces do not matter.
ui-open-case = Open the case
ui-lost-code = Lost the code?
ui-lost-title = Get a new code
ui-lost-lead = Write the reference. We send a link that shows a new code to the e-mail address you confirmed.
ui-lost-send = Send me a link
ui-lost-sent = Look in your e-mail
ui-lost-sent-more = If the case exists and you confirmed an e-mail address, a link to a new code is on its way. The old code works until you have been shown the new one.
ui-lost-nothing = No e-mail?
ui-lost-phone = Call { $phone } and read the reference aloud.
ui-lost-write = Write to us with the reference.

## Status
ui-needed = What we need from you
ui-needed-by = Answer by { $date }.
ui-needed-pauses = While we wait, the clock stands still.
ui-identity-code-hint = From the e-mail we have just sent. You may paste it.
ui-identity-enter = It is me
ui-identity-offered = Open the e-mail at the address we already had, and fetch the code there.
ui-identity-done = Thank you. Now we know it is you.
ui-extended-once = We have extended once.
ui-how-date = How the date was computed
ui-answers = Your answers
ui-your-answer = Your answer
ui-sent-on = Sent on { $date }.
ui-open-by-mail = The link in the e-mail is open until { $date }.
ui-you-asked = What you asked for
ui-withdraw-short = Withdraw
ui-messages = Messages
ui-files = Your files
ui-files-yours = You sent us:
ui-complain-first = Write to us on this page. Often we can put it right at once.
ui-complain-authority = You can also complain to { $authority }, or go to court.
ui-regret = Changed your mind?
ui-regret-more = You can withdraw all of it or a part.
ui-message-sent = We have your message
ui-message-sent-more = It is on the case page. We answer you there.
ui-letter-title = Letter to you
ui-track-received = Received
ui-track-identity = We know it is you
ui-track-identity-later = We make sure it is you
ui-track-collecting = We collect your data
ui-track-collected = We have collected your data
ui-track-acting = We do what you asked
ui-track-acted = We have done what you asked
ui-track-searched = We have searched for your data
ui-track-assessed = We have looked into what you asked
ui-track-review = A colleague checks the answer
ui-track-review_alone = We check the answer
ui-track-reviewed = A colleague has checked the answer
ui-track-reviewed_alone = We have checked the answer
ui-track-review-more = So that nobody else’s data slip in
ui-track-answer = Your answer is ready
ui-track-answered = We have answered you
ui-track-waiting = We are waiting for you

## Withdraw
ui-withdraw-hint = Choose what we should stop working on.
ui-withdraw-then = What happens then?
ui-withdraw-stop = We stop working on it and send you a confirmation.
ui-withdraw-again = You can always send a new request.
ui-withdraw-do = Withdraw it
ui-withdraw-not = No, back to the case
ui-withdrawn-title = You have withdrawn your request
ui-withdrawn-all = We have stopped. There is nothing more for you to do.
ui-withdrawn-some = It has stopped. We go on with the rest of the case.
ui-withdrawn-seven = After that you can always send a new request.
ui-withdrawn-what = What you withdrew
ui-stopped-on = Stopped on { $date }
ui-withdrawn-1 = We send you a confirmation
ui-withdrawn-1-more = To your e-mail address, if you gave one.
ui-withdrawn-2 = If you undo, we go on where we stopped
ui-withdrawn-2-more = The date is still { $date }. You lose no time.
ui-withdrawn-3 = Otherwise we close the case
ui-withdrawn-3-more = We keep a note that you asked and withdrew.
ui-not-you = Was it not you?
ui-not-you-more = Then undo above. It costs you nothing that someone else pressed the button.

## Links from mails
ui-confirm-ask = Is this your e-mail address?
ui-confirm-ask-more = Press the button, and we know that e-mails reach you.
ui-confirm-do = Yes, it is my address
ui-confirm-not-you = Then do nothing and delete the e-mail. We use the address for nothing but answering the case.
ui-confirm-done = Your e-mail address works
ui-confirm-done-more = We write to it when there is news in the case.
ui-confirm-closed = The link is closed
ui-confirm-closed-more = It has been used or is too old. If you pressed it once already, all is well.
ui-fetch-ask = Show us that it is you
ui-fetch-ask-more = Press the button when you are ready. We then send a code to { $masked }.
ui-fetch-send = Send me the code
ui-fetch-again = Send a new code
ui-fetch-not-you = Then do not press the button. If you have not asked us about your information, tell us.
ui-fetch-enter = Type the code from the e-mail
ui-fetch-done = Now we know it is you
ui-fetch-done-more = We go on now. There is nothing more for you to do.
ui-fetch-closed = The link is closed
ui-fetch-closed-more = It has been used or is too old. Open your case: it says what we need.
ui-no-code = No code?
ui-no-code-more = Wait a minute and look in your spam folder. Only the newest code works.

## The answer
ui-answer-why-code = The link alone is not enough. That protects you if others get hold of the e-mail.
ui-answer-open = Open my answer
ui-answer-paper = Call { $phone } if you would rather have the answer on paper.
ui-downloads =
    { $n ->
        [one] Downloaded { $used } of { $n } time.
       *[other] Downloaded { $used } of { $n } times.
    }
ui-answer-how = What to do
ui-answer-how-1 = Begin with the letter
ui-answer-how-1-more = It explains what we found and what we left out.
ui-answer-how-2 = Read your information
ui-answer-how-2-more = A page you open in your browser. Nothing to install.
ui-answer-how-3 = Keep the whole package
ui-answer-how-3-more = Choose a place only you use. Not a computer at the library.
ui-file-letter = The letter to you
ui-file-letter-get = Download the letter as text
ui-letter-print = Print the page to have the letter on paper.
ui-file-page = Your information, to read
ui-file-page-more =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
ui-file-package = The whole package
ui-file-package-more = To keep, or for another company.
ui-file-package-get = Download the package
ui-sha-of-package = SHA-256 of the package:
ui-answer-missing = If you think something is missing, write to us on the case page:
ui-close-link = Close the link now?
ui-close-link-do = Close the link at once
ui-new-link = Get a new link to your answer
ui-new-link-more = We send it to the address where you have shown that it is you. The old link closes.
ui-new-link-sent = A new link is on its way
ui-new-link-sent-more = Open the e-mail from us, and have your code at hand.
ui-link-closed = The link is closed
ui-link-closed-more = Your answer is still there. Open your case with reference and code, and ask for a new link.

## Errors
ui-error-403-title = The page was open too long
ui-error-403-body = We have received nothing. Go back in your browser, reload the page and send again.
ui-error-404-title = There is no such page
ui-error-404-body = The link may be closed or mistyped. Your case is still there.
ui-error-413-title = That is too large
ui-error-413-body = At most { $max } MB at a time. Send the files one by one, or on paper.
ui-error-421-title = That address does not belong here
ui-error-421-body = Check that the link is written correctly, and open it again.
ui-error-429-title = Too many tries
ui-error-429-body =
    { $n ->
        [one] Try again in { $n } minute. Your date does not change.
       *[other] Try again in { $n } minutes. Your date does not change.
    }
ui-error-500-title = Something went wrong on our side
ui-error-500-body = Unless the page said “We have received your request”, we do not have it yet. Try again, or call.
ui-error-503-title = We are back in a moment
ui-error-503-body =
    { $n ->
        [one] The page is down for about { $n } minute. What you sent just now has not been received.
       *[other] The page is down for about { $n } minutes. What you sent just now has not been received.
    }
ui-error-mail = Did you come from an e-mail?
ui-error-mail-more = Links to answers close after seven days at the latest. Open your case with reference and code, and ask for a new one.
ui-talk = Would you rather talk to someone?
ui-to-front = To the front page

## The desk: the bar and common words
ui-main-nav = Main menu
ui-queue = Queue
ui-queues = Queues
ui-jobs = Letters and jobs
ui-demo-mails = Read the demo’s e-mails
ui-demo-door = Demo.
ui-search = Search
ui-search-label = Search by reference, e-mail, phone or name
ui-search-hint = Reference, e-mail or phone
ui-search-results = Found
ui-search-exact = The search is exact: the whole reference, address or number, or whole words of the name.
ui-search-more = More fit. Write more.
ui-sessions = Your sessions
ui-sessions-more = All sessions end when your password, second factor or role changes.
ui-this-session = This session
ui-end = End
ui-end-others = End all others
ui-since = Since
ui-last-used = Last used
ui-sign-in = Sign in
ui-sign-out = Sign out
ui-lost-factor = Lost the phone? Write a recovery code instead of the six digits. Forgot the password? Ask your administrator for a new link.
ui-organisation = Organisation
ui-all = All
ui-filter = Filter
ui-next-page = Next page
ui-to = To
ui-from = From
ui-when = When
ui-staff = Staff
ui-source = Source
ui-category = Category
ui-records = Records
ui-record-count =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
ui-in-all = In all
ui-file = File
ui-size = Size
ui-none = None
ui-nobody = Nobody
ui-no-name = No name
ui-now = Now
ui-open = Open
ui-outcome = Outcome
ui-identity = Identity
ui-requests = Requests
ui-tasks = Tasks
ui-findings = Findings
ui-history = History
ui-conversation = Conversation
ui-clock = Clock
ui-right = Right
ui-state = Status
ui-due = Due
ui-assignee = Assignee
ui-written-by = Written by
ui-approved-by = Approved by
ui-channel = Channel
ui-for-which = For which requests?
ui-new-date = New date
ui-try-again = Try again

## Getting to the desk
ui-welcome = Welcome, { $name }
ui-invite-step-1 = Step 1 of 2: password
ui-invite-step-2 = Step 2 of 2: second factor
ui-invite-lead = You are invited to { $brand }, the desk that answers people who ask about their data.
ui-sign-in-as = Sign in as
ui-choose-password = Choose a password
ui-password-hint = 12 characters or more. Four words that do not belong together are better than one word with special characters. You may paste it.
ui-password-again = Write it once more
ui-to-second-step = Go on to the second step
ui-invite-until = The link works once, until { $date }.
ui-factor-title = Add your phone
ui-factor-lead = Everybody at the desk has a second factor. An authenticator app makes a new code every half minute, without a network.
ui-factor-scan = Scan, or type the key
ui-factor-qr = QR code with the same key as below
ui-factor-key = Key
ui-factor-account = Account
ui-factor-once = Shown only now.
ui-factor-codes =
    { $n ->
        [one] Keep { $n } recovery code
       *[other] Keep { $n } recovery codes
    }
ui-factor-codes-more = If you lose the phone, each works once. Print them or put them in a password safe; not in the phone.
ui-factor-show = Show that it works
ui-factor-show-hint = Until this code is right, nothing above counts.
ui-factor-kept = I have put the recovery codes in a safe place
ui-factor-finish = Finish and open the queue
ui-step-up = Still you?
ui-fresh-code = A fresh one. The one you signed in with does not count.

## Queue
ui-tab-mine = Mine
ui-tab-unassigned = Unassigned
ui-tab-due_soon = Due soon
ui-tab-overdue = Late
ui-tab-paused = Paused
ui-tab-open = All open
ui-tab-closed = Closed
ui-letters-title = Letters to print
ui-letters-more = Print the letter, post it and save the day. A question stops the clock only from the day it was posted.
ui-letters-empty = No letters are waiting
ui-letters-empty-more = Letters to people without an e-mail address lie here until they are posted.
ui-letter-written = Written
ui-letter-to-post = Print the page and post the letter. Then save the day.
ui-letter-receipt = The receipt with the code is the one that was printed when the case was entered. Save the day it was posted or handed over.
ui-letter-posted-hint = The day of the postmark, or the day it was handed over.
letter-name-receipt = Receipt
letter-name-receipt_corrected = Corrected receipt
letter-name-new_code = Link to a new code
letter-name-ask_identity = Question about identity
letter-name-code_link = Link to a code
letter-name-code = Code
letter-name-reply_thanks = Thanks for the reply
letter-name-resumed = New date
letter-name-person_reminder = Reminder
letter-name-message_waiting = A message waits on the case page
letter-name-extension = Extension
letter-name-withdrawn = Withdrawal
letter-name-answer = Answer
letter-name-answer_ready = Answer ready
ui-group-late = Late
ui-group-today = Today
ui-group-soon = Within 7 days
ui-group-later = Later
ui-group-paused = Paused
ui-group-closed = Closed
ui-queue-caption = Requests, soonest due first
ui-nth = { $n } of { $all }
ui-empty-all = No open requests
ui-empty-closed = Nothing is closed yet
ui-see-unassigned = See all unassigned
ui-getting-started = Getting started
ui-first-day = First day here?
ui-first-day-1 = Take a request
ui-first-day-1-more = The case page then says what to do next, and by when.
ui-first-day-2 = Make sure who it is
ui-first-day-2-more = The address in the form proves nothing. Use one you already had.
ui-first-day-3 = Find, review, answer
ui-first-day-3-more = Sources are searched for you. The answer is approved before anything leaves.
ui-how-they-come = How requests get here
ui-phone-and-letter = Phone and letter

## Case
ui-place = Where you are
ui-letters-in-da = answers in Danish
ui-letters-in-sv = answers in Swedish
ui-letters-in-en = answers in English
ui-next-for-you = Next for you
ui-next-claim = Take the request
ui-next-identify = Make sure who it is
ui-next-collect = Start collecting
ui-next-tasks = Answer the tasks that are left
ui-next-tasks-why =
    { $all ->
        [one] Answered: { $done } of { $all } place.
       *[other] Answered: { $done } of { $all } places.
    }
ui-next-write = Write the answer and send it for review
ui-next-review = Review the answer
ui-next-send = Send the answer
ui-next-wait = We are waiting for the person
ui-next-wait-why = Asked on { $day }. When the reply comes, enter the day.
ui-next-post = Post the letter
ui-next-post-why = The question was written on { $day } and has not been posted.
ui-letter-open = Open and print the letter
ui-next-other = A colleague is on it
ui-next-done = Everything is answered
ui-next-stopped = Stopped from a known address: talk to the privacy officer
ui-on-this-page = On this page
ui-about-case = About this case
ui-you-can = What you can do
ui-numbers-show = Show hidden numbers
ui-numbers-hide = Hide the numbers again
ui-numbers-hidden = Something in the text looks like a national ID number and is hidden. Showing it is noted.
ui-to-person-da = To the person, in Danish
ui-to-person-sv = To the person, in Swedish
ui-to-person-en = To the person, in English
ui-send-to-person = Send to the person
ui-no-messages = No messages yet
ui-attached = Attached
ui-holder-source = connected source
ui-holder-hand = answered by hand
ui-task-open = Not answered
ui-task-running = Searching now
ui-task-done = Answered
ui-task-failed = Failed
ui-task-cancelled = No longer needed
ui-no-tasks = No tasks yet. They come when collecting starts.
ui-answer-task = Answer
ui-read-findings = Read
ui-found = What was found
ui-matched-by = Matched by
ui-no-findings = No findings yet
ui-other-ids-staff = Other identifiers
ui-unproven-match = Something unproven matches: ask first
ui-before-answer = Before an answer
ui-linked = Linked cases
ui-chain-whole = Shown entries checked, { $n } in all
ui-chain-broken = Chain broken: talk to the privacy officer
ui-delivered = delivered
ui-on-its-way = on its way
ui-to-be-posted = on paper, to be posted
ui-handed-over = on paper, handed over
ui-behind-link = with the answer, behind its link
ui-not-delivered = not delivered
ui-judged-none = not judged
ui-judged-unjudged = not judged yet
ui-judged-accepted = accepted
ui-judged-refused = refused
ui-rep-none = No, the person writes themselves
ui-rep-parent = Parent
ui-rep-guardian = Guardian
ui-rep-lawyer = Lawyer
ui-rep-attorney = Holds an authority
ui-rep-heir = Heir

## Why a step can or cannot be taken
ui-why-level = Needs identity level { $n }
ui-why-tasks =
    { $n ->
        [one] { $n } task is unanswered
       *[other] { $n } tasks are unanswered
    }
ui-why-incomplete = The answer is not complete
ui-why-package = The package is being built
ui-why-until = Up to and including { $date }

## What a step needs, as a list
ui-tick-level = Identity level { $n }
ui-tick-tasks = All places have answered
ui-tick-outcome = Outcome
ui-tick-reason = Reason
ui-tick-complaint = Where to complain
ui-tick-court = Court
ui-tick-date = New date
ui-tick-schema = Every part fits the schema
ui-tick-hashes = Hashes match
ui-tick-channel = Channel proven
ui-tick-approved = Read and approved

## Look up
ui-lookup-title = Who is the person in our systems?
ui-lookup-by = We search by
ui-lookup-nothing-kept = A look-up keeps nothing. The history gets one line: that you looked, by what, where, and how many were found.
ui-lookup-records = Choose the person’s records
ui-lookup-kept = Nothing is kept from a look-up
ui-lookup-kept-more = The candidates are gone when you leave this page. Only what you choose is written to the case.
ui-id-kind-name = Name
ui-id-kind-email = E-mail
ui-id-kind-phone = Phone
ui-id-kind-postal = Address
ui-id-kind-customer = Customer number
ui-id-kind-other = Other
ui-proven = The person has shown that it is theirs
ui-unproven = Not proven: what matches is masked and proves nothing
ui-candidates =
    { $n ->
        [one] { $n } candidate
       *[other] { $n } candidates
    }
ui-strong-match = Strong match
ui-weak-match = Weak match
ui-weak-more = Hidden until something proven points here. While it stands open you cannot answer “nothing held”: ask first, or say that it is somebody else.
ui-name-there = Name there
ui-how-matched = How it matched
ui-match-exact = { $kind }, exact
ui-match-normalised = { $kind }, ignoring capitals and spaces
ui-since-day = since { $day }
ui-this-is-them = This is the person
ui-none-is-them = None of these is the person
ui-no-candidates = No candidates
ui-no-candidates-more = Nothing in the sources fits what is proven.
ui-let-prove = Let the person prove it
ui-address-young =
    { $n ->
        [one] Not possible: it came on record less than { $n } day before the request.
       *[other] Not possible: it came on record less than { $n } days before the request.
    }
ui-send-code = Send the code
ui-code-rules = We write to the address; the person fetches the code when ready. Eight digits, 10 minutes, five tries. It gives level 2 and opens nothing.
ui-contact-back = Or record that you reached them yourself
ui-contact-back-rule = Call, write or mail to what stood on record before the request. Never to what it gave.
ui-where-on-record = Where it was on record
ui-another-place = Another place, write it below
ui-place-on-record = Place and address
ui-place-on-record-hint = The system and what stood there, for example “customer card, phone, since 2024”.
ui-how-reached = How you reached them
ui-reached-phone = I called
ui-reached-email = I wrote by e-mail
ui-reached-post = I wrote by post
ui-reached-counter = The person was here
ui-on-day = Day
ui-at-time = Time
ui-what-sure = What made you sure
ui-what-sure-hint = What you asked and that the answer was right. Not the answer itself.
ui-document-too = I also saw a document.
contact-seen_file = Which files show the document? They are deleted when you record this.
ui-record-level-2 = Record and set level 2
ui-level-needed = Needed
ui-searched = Searched
ui-hits =
    { $n ->
        [one] { $n } hit
       *[other] { $n } hits
    }

## Ask who it is
ui-pauses-until = Pauses if asked by { $date }
ui-too-late-to-pause = Too late to pause: the clock runs
ui-doubt-rule = Doubt must be reasonable, about this person, and written down. Asking everybody is not allowed.
ui-doubt-other_address = They write from another address than the one on record
ui-doubt-several = Several people fit
ui-doubt-changed = The record was changed just before the request
ui-doubt-other = Something else
ui-doubt-words-da = The doubt in words, in Danish. It continues “Vi er i tvivl om, hvem du er, fordi …”
ui-doubt-words-sv = The doubt in words, in Swedish. It continues “Vi är osäkra på vem du är eftersom …”
ui-doubt-words-en = The doubt in words. It continues “We are in doubt about who you are because …”
ui-ask-what = What you ask for
ui-ask-least = The least that settles it. One is usually enough.
ui-ask-code = A code fetched at the address on record
ui-ask-code-more = Gives level 2.
ui-ask-call = That they answer when we call the number on record
ui-ask-call-more = Gives level 2.
ui-ask-number = An order number or a customer number
ui-ask-number-more = Helps us find them. Proves nothing alone.
ui-ask-document = To show a document at the counter or on a call
ui-ask-document-more = Last resort, and only together with one of the first two. We look, note and keep nothing.
ui-reply-by = Answer by
ui-effect = What it does to the requests
ui-when-asked = When you ask
ui-pauses = Pauses
ui-runs-on = Runs on
ui-effect-needs = needs level { $n }, has level { $has }
ui-effect-none = needs no level, and we may not ask
ui-effect-late = asked too late to pause
ui-effect-reached = the level is reached
ui-last-day-pause = Last day on which a question pauses the clock
ui-orders-queue = stays, and orders the queue until they answer
ui-send-and-pause = Send and pause
ui-send-letter = Send the letter
ui-show-letter = Show the letter
ui-together = The letter goes out and the date changes together, or not at all.
ui-ask-on-paper = The person has no e-mail address. The letter waits to be printed, and the clock stops only on the day you save as posted.
ui-write-letter = Write the letter
ui-letter-so-far = The letter as it stands

## Reply, resume
ui-replied-on = The reply came on
ui-replied-on-hint = The day it reached you. No earlier than { $day }, when the question went out.
ui-reply-what = What was the reply?
ui-reply-what-hint = Briefly, for the history. The person does not see it.
ui-reply-then = The clock runs again from that day. The person gets a letter with the new date.
ui-resume-why = Why should the clock run again?

## Collect, tasks
ui-where-to-look = Where to look
ui-look-for = Look for
ui-connected = Connected sources, searched for you
ui-by-hand = Places somebody searches by hand
ui-tasks-due = Tasks are due by
ui-collect-then = Each place becomes a task. The answer can be written when all have answered.
ui-task-lead = Find what we hold about the person, and say where you looked. You decide nothing: it is reviewed first.
ui-source-failed = The source could not be searched
ui-what-found = What did you find?
ui-found-yes = Something about the person
ui-found-yes-more = Paste it or add files. Include all of it, also what looks unimportant.
ui-found-none = Nothing held
ui-found-none-more = An answer too. Say where and with what you searched.
ui-paste-text = Paste text
ui-paste-hint = A table pasted from a spreadsheet keeps its rows and columns.
ui-paste-as = What you pasted is
ui-paste-as-text = text as it stands
ui-paste-as-table = a table with headings (CSV, or from a spreadsheet)
ui-paste-as-json = JSON
ui-add-files = Or add files
ui-add-files-hint = CSV, JSON, PDF, text or pictures, at most { $n } files of { $max } MB each. Stored sealed, never opened here.
ui-data-kind = What kind of data
ui-data-kind-hint = For example orders, conversations or notes.
ui-data-from = Where it comes from
ui-provided-yes = The person gave it to us
ui-provided-no = We or others wrote it
ui-provided-mark = from the person
ui-legal-ground = Legal ground (Article 6(1))
ui-ground-a = Consent (a)
ui-ground-b = Contract (b)
ui-ground-c = Legal obligation (c)
ui-ground-d = Vital interests (d)
ui-ground-e = Public task (e)
ui-ground-f = Legitimate interests (f)
ui-where-searched = Where and how you searched
ui-where-searched-hint = Systems, folders, words, and up to which day. It goes into the answer, also when you found nothing.
ui-finish-task = Finish the task
ui-documents = Documents
ui-documents-more = Downloaded as files, never shown here.

## Answer
ui-write-answer = Write the answer
ui-refuse-by = A refusal is due by { $date }.
ui-grounds = What we say no to, and why
ui-grounds-more = Choose a ground, say what it concerns and why, so that the person understands.
ui-use-ground = Use this ground
ui-ground-what = What it concerns
ui-ground-what-hint = In the person’s words, for example “your invoices of 2023–2026”.
ui-ground-why = Why, in whole sentences
ui-ground-why-hint = Not just the article: what it means for this person.
ui-own-words = Your own words
ui-own-words-da = To the person, in Danish
ui-own-words-sv = To the person, in Swedish
ui-own-words-en = To the person, in English
ui-own-words-hint = What you found and did. What the law demands is in the letter already.
ui-always-in-letter = Always in the letter
ui-cannot-remove = Cannot be removed.
ui-who-approves = Who approves
ui-single-handed-rule = You approve it yourself, with a fresh code. It is marked as single-handed.
ui-save-first = Choose an outcome and press “Show the letter” first. Then you can send it for review.
ui-nothing-leaves = Nothing leaves before it is approved.
ui-review-title = Review the answer
ui-the-letter = The letter
ui-in-package = In the package
ui-package-contents = Contents of the package
ui-as-person = See the case as the person sees it
ui-withheld = Withheld, and why
ui-withhold = What stays out of the file
ui-withhold-more = Choose what is withheld, and on which ground. It does not go into the file. The person is told what it is and why.
ui-withhold-whole = All of it
ui-withhold-not = Given out
ui-provided-document = The person gave it to us, on consent or a contract
ui-hand-over = Hand over the package
ui-hand-over-what = To print, to post or over the counter
ui-hand-over-more = The answer has been sent. Fetch the package here, and give it only to the person, or to the address you already had.
ui-hand-over-page = Readable page, to print
ui-hand-over-package = The whole package (ZIP)
ui-hand-over-large = The readable page is too large to be shown by itself. It is in the package.
ui-hand-over-noted = Every time it is fetched, the history of the case says so.
ui-package-files = The files
ui-checked = Checked just now
ui-checked-again = Checked once more when you send.
ui-approve-what = You approve this very letter and package. If they change, the approval falls away.
ui-not-yours = Somebody else has to approve the answer.
ui-not-right = Not right?
ui-comment = What should change?
ui-comment-hint = For whoever wrote the answer.

## Send
ui-release = Release
ui-how-sent = How
ui-via-mail = By e-mail
ui-via-link =
    Link for { $n ->
        [one] { $n } day
       *[other] { $n } days
    }, { $downloads ->
        [one] { $downloads } download
       *[other] { $downloads } downloads
    }
ui-via-post = By post
ui-via-person = In person or orally
ui-via-person-more = When the person asked for it. Write a note.
ui-no-channel = Not possible: no e-mail address is proven.
ui-no-postal = Not possible: no postal address on record.
ui-posted-on = Posted on
ui-only-post = Only by post. Print the letter on this page and, where there is a package, the readable page. The clock stops on the day it is posted.
ui-handed-note = Note
ui-only-person = Only in person: what was said and how you recognised them.
ui-late-reason = Why is it late?
ui-late-reason-hint = The person is told in the letter.
ui-send-then = Stops the clock today. A link can be closed at once, but a letter cannot be unsent.
ui-renew-what = The person gets a new link. The old one stops working.
ui-old-link = The old link
ui-open-until = Open until { $date }
ui-new-link-until = The new one is open until
ui-package-kept = The package is kept until

## Extend, withdraw
ui-extend-title = Extend the time
ui-tell-by = Tell the person by { $date }
ui-due-now = Current date
ui-how-often = How often
ui-once = Once
ui-extend-ground = On which ground
ui-extend-ground-more = The law knows two. Illness, holidays or a busy month are neither.
ui-extend-complexity = The request is complex
ui-extend-complexity-more = Many systems, old formats, others’ data in between (Article 12(3)).
ui-extend-number = There are many requests
ui-extend-number-more = From the same person (Article 12(3)).
ui-extend-why = Why, in words the person understands
ui-extend-why-da = In Danish. It continues “Vi forlænger fristen, fordi …”
ui-extend-why-sv = In Swedish. It continues “Vi förlänger svarstiden eftersom …”
ui-extend-why-en = It continues “We extend the period because …”
ui-extend-why-hint = Say what takes time and why.
ui-disputable-hint = The safe day is past. The reason is kept and the extension marked disputable.
ui-extend-do = Extend and send the letter
ui-withdraw-evidence = The person withdraws
ui-told-on = Said or written on
ui-evidence = How, and in which words?
ui-evidence-hint = Word for word if written. A call alone is not enough.
ui-undo-until = The person can undo until { $date }. The clock runs meanwhile.

## Enter a case
ui-enter-title = Enter a case from a letter, a call or a visit
ui-enter-counts = Counts as much as the web form
ui-enter-how = How and when it came
ui-received-on = Received on
ui-received-on-hint = The day it reached you, also a Saturday, also the wrong department. The clock starts there.
ui-why-so-late = Why so late
ui-why-so-late-hint = Only when it is more than 30 days back.
ui-to-which-organisation = To which organisation
ui-work-out-date = Work the date out
ui-enter-who = Who it is from
ui-enter-who-more = As it stands there. One way to reach the person is enough. This address gets status notices, never an answer.
ui-protected-more = the address is hidden in lists and letters
ui-enter-rep = Does someone act for them?
ui-acts-as = Acts as
ui-rep-name = Name of the representative
ui-rep-email = E-mail of the representative
ui-rep-phone = Phone of the representative
ui-rep-address = Postal address of the representative
ui-enter-what = What they ask for
ui-their-words = Their own words
ui-their-words-hint = Word for word. On the phone: what you read back. Leave national ID numbers out.
ui-rights-understood = Rights, as you understand it
ui-enter-doubt = If in doubt, choose more: the receipt says what you understood, and the person can correct it.
ui-scan = Scan of the letter
ui-their-receipt = Their receipt
ui-receipt-how = How they get it
ui-receipt-print = Printed
ui-receipt-print-more = reference and code, to post or hand over
ui-receipt-by-mail = By e-mail
ui-receipt-by-mail-more = reference only; the code comes when the address is confirmed
ui-letters-language = Language of our letters
ui-good-to-know = Good to know
ui-perhaps-same = Perhaps the same person
ui-perhaps-same-more = Nothing is joined by itself.
ui-on-the-phone = On the phone
ui-on-the-phone-1 = Read the reference aloud, never the code.
ui-on-the-phone-2 = Do not ask for a national ID number.
ui-on-the-phone-3 = Read back what you understood.
ui-entered-title = The case is entered
ui-entered-print = Print the page and hand it over or post it. The code is shown only now.
ui-entered-mail = The receipt is on its way by e-mail.
ui-enter-another = Enter another

## Conflict
ui-conflict-nothing = Nothing was saved, nothing was sent
ui-conflict-more = The case changed while you wrote. What you wrote is kept below. Read what is new, then go on.
ui-conflict-changed = What changed
ui-since-opened = since you opened it,
ui-open-as-now = Open the case as it is now
ui-new-tab = in a new tab; your text stays here
ui-your-step = Your step
ui-still-possible = Still possible
ui-no-longer-possible = No longer possible
ui-you-typed = You typed
ui-do-it-now = Do it now
ui-keep-as-note = Keep it as an internal note
ui-drop-it = Drop it

## The desk’s errors
ui-desk-error-403 = You may not do this here
ui-desk-error-404 = There is no such thing
ui-desk-error-413 = That is too large
ui-desk-error-421 = That address does not belong here
ui-desk-error-429 = Too many tries
ui-desk-error-500 = Something went wrong
ui-desk-error-503 = Not just now
ui-desk-error-500-body = Nothing was saved. Try again; if it happens again, talk to your administrator.
ui-desk-error-form = The page is too old or came from elsewhere. Open it again, then try.

## Letters and jobs, the demo’s mails
ui-jobs-title = Letters and jobs that did not succeed
ui-jobs-waiting =
    { $n ->
        [one] { $n } waits for its next try
       *[other] { $n } wait for their next try
    }
ui-jobs-empty = Everything has gone out
ui-jobs-empty-more = Letters and jobs given up on after several tries would appear here.
ui-job = What
ui-why-failed = Why
ui-tries = Tries
ui-last-try = Last try
ui-let-go = Let go
ui-job-send_letter = Send a letter
ui-job-send_staff_mail = Send a staff e-mail
ui-job-search_source = Search a source
ui-job-build_package = Build a package
job-failed-mail_address = The e-mail could not be put together. Look at its address.
job-failed-mail_refused = The mail server refused the e-mail for good. Look at its address.
job-failed-mail_later = The mail server did not take the e-mail, however often it was tried.
job-failed-mail_sign_in = The mail server refused our sign-in. Look at mail.username and mail.password.
job-failed-mail_away = The mail server could not be reached or did not answer.
job-failed-mail_tls = No secure connection to the mail server. Look at mail.tls and the server’s certificate.
job-failed-mail_folder = The e-mail could not be written to the mail folder.
job-failed-template = The text of the e-mail could not be filled in. Its template has to be mended.
job-failed-source = The source could not be searched. The task in the case says why.
job-failed-unavailable = Something the work needs did not answer.
job-failed-died = The program stopped each time while working on it.
job-failed-unknown_job = This version of the program does not know the work.
job-failed-broken = A fault in the program or in what it keeps. The log says more.
ui-technical = Technical detail
ui-held = E-mail is held back
ui-held-more = The system was restored from a backup. Letters, reminders and links wait until a person confirms.
ui-held-release = Let them go
ui-heads-away = Changes cannot be proven
ui-heads-away-more = Signed heads do not reach the folder they belong in. Tell whoever runs the server: run indsigt doctor.
ui-mails-title = E-mails from the demo
ui-mails-count =
    { $n ->
        [one] { $n } e-mail, newest first
       *[other] { $n } e-mails, newest first
    }
ui-mails-only-demo = This page exists only in the demo
ui-mails-more = Nothing was sent. Here you read what the people and the staff would have got.
ui-mails-none = No e-mails yet
ui-mail-to = To and subject
ui-the-mail = The e-mail

## What just happened
ui-done-sent = The letter is on its way
