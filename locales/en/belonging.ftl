### Where a request belongs, and who is who.

flag-complaint = Complaint
letter-answer_by = You hear from us by { $date }.
letter-name-not_a_request = Not a request
letter-name-duplicate = Answered in another case
letter-name-complaint_received = Complaint received
letter-name-complaint_settled = Answer to a complaint
letter-name-moved = The case was moved
letter-name-received_corrected = Received date corrected
letter-name-representative_accepted = Representative accepted
letter-name-representative_refused = Representative refused
letter-name-instruction_received = Instruction received

## What was written is something else.

read_as-public_access-staff = Access to public documents
read_as-public_access-hint = The person wants to see documents of the authority, not only what is about them.
read_as-public_access-letter = a request for public documents
read_as-support-staff = Question to customer service
read_as-support-hint = About an order, a delivery, an account.
read_as-support-letter = a question to customer service
read_as-complaint-staff = Complaint about goods, services or staff
read_as-complaint-hint = A complaint about how we handled a case here is entered from that case.
read_as-complaint-letter = a complaint about something other than your data
read_as-contract-staff = Contract, rent or bill
read_as-contract-hint = About terms, payment or notice.
read_as-contract-letter = a question about a contract or a bill
read_as-other-staff = Something else
read_as-other-hint = Say below what it is.
read_as-other-letter = something else
belonging-read-as = What is it?
belonging-what-and-where = What, and where to
belonging-what = What the person asks for, as you read it
belonging-what-hint = Write to the person in a whole sentence. It stands in the letter.
belonging-passed-to = Who has it now
belonging-passed-to-hint = A department or somebody the person can call. Pass it there before you close.
belonging-doubt = If you are in doubt, it is a request. It need not name the law.
belonging-close-and-tell = Close and tell the person
belonging-was-request = We read something you wrote as something other than a request about your data. The letter says why. If it was a request, tell us, and a person reads it again.
belonging-was-request-do = It was a request
belonging-was-request-words = It was a request about my data.

## More rights.

belonging-since = When did the person ask for it?
belonging-since-first = It stood in the first message
belonging-since-today = The person asked for it today
belonging-which-right = Which right?
belonging-right-there = Open in this case already
belonging-split-more = It also asks for something else, which gets a clock of its own from the same day.
belonging-receipt-follows = The person gets a corrected receipt with every right and date.

## The same asked twice.

belonging-same-found = These cases have the same e-mail or phone. Whether it is the same person, only you can say.
belonging-same-which = Where do we answer?
belonging-same-sure = It is the same person, and the same is asked for
belonging-same-not-open = No open request for the same right
belonging-same-later = Received later than this one. The earliest date has to count: close the other as a duplicate of this.
belonging-same-none = No other case has the same e-mail or phone
belonging-same-none-more = If it is the same all the same, answer here.
belonging-kept = Received { $received_date }, answer by { $date }. That date counts.
belonging-name-here = The name in this case:
belonging-nothing-passes = Neither identity nor address passes over to the other case.
related-complaint = complaint about this case
related-complaint_about = the case complained about
related-instruction = instruction that came of this case
related-instruction_of = the case the instruction came of
related-answered_in = answered there
related-perhaps_duplicate = may ask for the same
related-perhaps_repeat = may have asked the same before
related-perhaps_same = same e-mail or phone
related-perhaps_duplicate-hint = This may be the same as case { $reference }, which is still open. Look before you begin.
related-perhaps_repeat-hint = This may repeat case { $reference }. That alone is no reason to say no.

## Another organisation, another day.

belonging-with-now = The case is with { $controller }.
belonging-dates-there = The dates with each organisation
belonging-move-to = Move to
belonging-move-then = The received date goes along. The dates follow the new organisation’s calendar, and it is the one that writes to the person.
belonging-move-do = Move the case
belonging-right-day = The right day
belonging-dates-then = Dates before and after
belonging-before = Before
belonging-after = After
belonging-later = The day gets later. The person is told by letter, with your reason.
belonging-received-why = Why is the day another?
belonging-received-why-hint = Write a whole sentence. If the day gets later, it stands in the letter.

## Instructions.

instruction-more = As a processor we act only on the controller’s instruction. It becomes a case of its own about the same person, with its own dates.
instruction-who = Who instructs us?
instruction-customer = The controller
instruction-agreement = Reference of the agreement
instruction-agreement-hint = The processing agreement the instruction comes under.
instruction-email-hint = Where we answer them. Without one the letter is printed.
instruction-what = What are we to do?
instruction-words = The instruction as they wrote it
instruction-rights = Which rights is it about?
ui-rep-controller = Controller who instructs us

## Complaints.

complaint-more = A complaint about how we handled this case gets a reference of its own. It is no request, and the clock of this case runs on.
complaint-list = Complaints
complaint-list-more = Nobody has answered them yet. The law sets no date, but the person is waiting.
complaint-list-empty = There are no complaints to answer
complaint-stands = Where it stands
complaint-settled = Answered
complaint-words = The complaint
complaint-came-of-it = What we found
complaint-answer = The answer to the person
complaint-answer-hint = What you looked at, what you found and what we do now. The way to the authority stands in the letter.
complaint-handler = Whoever answers for data protection with us
complaint-open-person = We are looking into your complaint
complaint-open-now = We write to you here when we have looked into it.
complaint-settled-person = We have answered your complaint
complaint-settled-now = The answer stands below.
complaint-your = Your complaint
complaint-read = Open the complaint
complaint-make = Complain to us
complaint-make-more = Write what went wrong. The complaint gets a reference of its own, and your case runs on as before.
complaint-label = What went wrong?
complaint-send = Send the complaint
complaint-sent = We have received your complaint. It stands further down this page.
ui-next-complaint = Answer the complaint
ui-next-complaint-why = A complaint has no date in law. The answer closes it.
event-settle_complaint-do = Answer the complaint
event-settle_complaint-done = Complaint answered

## Who acts for the person.

authority-title = Judge the representative
authority-who = Who is who
authority-seen-before = Last judged on
authority-evidence = What you have seen
authority-evidence-hint = Authority, court order, probate, custody: what, of when, what it allows.
authority-identity = How you know who the representative is
authority-identity-hint = Called the lawyer’s office, saw a document. Keep no copy. The person is proven on their own.
authority-answer = Who gets the answer?
authority-answer-person = The person
authority-answer-person-more = So it is, unless the person allowed otherwise.
authority-answer-representative = The representative
authority-answer-representative-more = The person allowed it, and what you saw says so. Data still go only to an address that was proven.
authority-missing = What is missing
authority-missing-hint = Write it so that the representative can get it. It stands in the letter.
authority-refused-then = The representative gets the letter. From now on we write to the person themselves.
authority-gets-person = the person
authority-gets-representative = the representative

## People apart.

event-person_apart-do = Child, deceased, protected
event-person_apart-done = The marks of the case were changed
event-person_apart-done_child_set = The person is a child: { $reason }
event-person_apart-done_child_cleared = The person is no child: { $reason }
event-person_apart-done_deceased_set = The person has died: { $reason }
event-person_apart-done_deceased_cleared = The person has not died: { $reason }
event-person_apart-done_protected_identity_set = The address is protected: { $reason }
event-person_apart-done_protected_identity_cleared = The address is not protected any more: { $reason }
apart-which = What is to be changed?
apart-child-set = The person is a child
apart-child-clear = The person is no child
apart-child-then = Child: they may ask themselves as far as their maturity goes. If a parent asks, look for custody. The other parent’s address is hidden and must not stand in the answer.
apart-child-custody = The person is a child. See evidence of custody, and do not name the other parent’s address.
apart-deceased-set = The person has died
apart-deceased-clear = The person has not died
apart-deceased-then-dk = Deceased: the GDPR does not apply (recital 27), but in Denmark the rules hold for ten years after death (databeskyttelsesloven § 2(5)). Heirs show probate evidence.
apart-deceased-then-se = Deceased: the GDPR does not apply (recital 27), and Swedish law does not extend it. Heirs show the estate inventory.
apart-protected_identity-set = The address is protected
apart-protected_identity-clear = The address is not protected any more
apart-protected_identity-then = Protected identity: the address stands in no list, on no case page and in no letter. You see it only if you ask for it, and that is noted.
apart-why = What you have seen
apart-why-hint = How you know. It stands in the history.
apart-save = Save
covered-title = What you want to open may show the address
covered-more = The person’s address is protected. Open it only if you need to. It is noted that you did.
covered-open = Open
covered-show = Show the address
covered-sent = The address is protected. I have looked: it does not stand in the letter, and the package reaches nobody but the person

## What a step did.

event-instruction_received-done_case = Instruction entered as { $reference }
did-add_right = The request is added, and a corrected receipt is written
did-split = The request is split, and a corrected receipt is written
did-not_a_request = It is closed, and the person is told where it went
did-duplicate = It is closed as a duplicate, and the person is told
did-complaint = The complaint is entered
did-settle_complaint = The complaint is answered
did-instruction_received = The instruction is entered as a case of its own
did-move_controller = The case is moved, and the person is told
did-correct_received_date = The received date is corrected, and every date is worked out anew
did-representative_accepted = The representative is accepted
did-representative_refused = The representative is refused and told what is missing
did-person_apart = The mark is changed

## What is missing.

need-words-what = Write what the person asks for.
need-words-passed_to = Write who has it now.
need-words-missing = Write what is missing.
need-words-words = Write the answer to the person.
need-nothing_collected = Something was already collected with this organisation. The case cannot be moved; answer here, and ask the person to write to the other.
need-apart = Choose one of the three marks.
error-right-twice = That right is open in this case already
error-since-none = Choose when the person asked for it
error-read-as = Choose what it is
error-duplicate-of = Choose a case that can answer
error-duplicate-sure = Tick it once you know that it is the same person
error-move-to = Choose where the case goes
error-representative-identity = Write how you know who the representative is
error-apart-flag = Choose what is to be changed
error-address-seen = Tick it once you have looked that the address does not stand there
error-instruction-customer = Write who instructs us
error-instruction-agreement = Write the reference of the agreement
error-instruction-words = Write the instruction as they wrote it
letter-name-forwarded = Passed on
letter-name-forward_to_controller = To the controller
forward-to = Who has to answer?
forward-task = Look by { $date } whether they took it
forward-rest = Is anything left for us to answer?
forward-rest-ours = Yes, we answer the rest here
forward-rest-none = No, it is closed as forwarded
forward-rest-officer = If nothing is left, a privacy officer closes it as forwarded.
forward-then = The controller gets what the person wrote, when we received it and a suggested date. The person is told who answers.
forward-nobody = No customers stand in the register
forward-nobody-more = If we process for somebody, enter them in the register of processing first.
forward-no_words = (The person wrote nothing themselves.)
forward-question = Did they take the request, and do they instruct us?
did-forward = The request is passed on, and the person is told
error-forward-to = Choose who has to answer
