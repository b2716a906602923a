### What people are told apart from asking, and the officer's books.

event-objection_notice-done = It was noted that people were told of their right to object
event-disclosure-done = The log of disclosures was used
event-training-done = The record of training was used
ui-books = Records
ui-book-enter = Enter it
ui-book-export = Take it along (CSV)
ui-book-empty = Nothing is entered yet
ui-book-by = Entered by
error-book-date = The date must be today or earlier, and not before the day it was asked for

notice-privacy-link = What we do with what you write here
notice-object-link = Your right to object
notice-privacy-title = What we do with what you write here
notice-privacy-lead = This is how { $controller } handles your information when you use this service. What we otherwise know about you is told in our answer.
notice-privacy-who = Who is responsible
notice-privacy-officer = Data protection officer:
notice-privacy-contact = Ask about data protection:
notice-privacy-why = Why, and on what ground
notice-privacy-why-more = To understand your request, find out that it is you, answer you, and be able to show that we answered. The law demands it of us
notice-privacy-what = What we need
notice-privacy-what-more = What you want and one way to reach you. Everything else is up to you. For some requests we must be sure that it is you; then we ask for as little as possible, and a copy of a document is deleted when we have seen it.
notice-privacy-need = You do not have to give us anything. Without a way to reach you we cannot answer.
notice-privacy-long = How long
notice-privacy-long-more = We keep your case for { $period } after it is closed, in case you or the authority ask about it. Then it is erased. If you objected to marketing, a fingerprint of your address stays on a list so that it stays stopped; nobody can read the address from it.
notice-privacy-recipients = Who gets it
notice-privacy-recipients-more = Only our own staff who work on your case, and those who run this service for us under an agreement. We hand your case to nobody else, unless you ask us to or the law demands it. If a request belongs with another organisation we work for, we tell you when we pass it on.
notice-privacy-rights = Your rights
notice-privacy-rights-more = You may see, correct and erase what we have in the case too, have its use restricted, and object. Use this same service or write to us.
notice-privacy-complain = You may lodge a complaint with
notice-privacy-decisions = Decisions by machines
notice-privacy-decisions-more = There are none. People read your request and decide.
notice-privacy-to_form = To the form

notice-object-title = Your right to object
notice-object-lead = You may always object to how we use information about you. This page is about that and nothing else.
notice-object-marketing = Marketing: always, and without giving a reason
notice-object-marketing-more = You may tell { $controller } at any time to stop direct marketing to you, and profiling for it. We stop. We may not refuse.
notice-object-marketing-law = (Article 21(2) GDPR)
notice-object-other = Other use: for reasons in your situation
notice-object-other-more = Where we use information because we have a legitimate interest in it or carry out a public task, you may object for reasons that have to do with your own situation. Then we stop, unless we can show compelling reasons that weigh more, or need it for a legal claim. Meanwhile we restrict the use.
notice-object-other-law = (Article 21(1) GDPR)
notice-object-how = How
notice-object-form = Use the form here
notice-object-email = Write to
notice-object-phone = Call
notice-object-free = It is free. However you do it, it counts just as much.

notice-closed-title = The form is not open
notice-closed-lead = { $controller } has not yet said here who answers for your information, and until then we do not ask you for any.
notice-closed-right = You have your rights all the same. Ask in another way:
notice-closed-post = Send a letter to

notice-log-title = Right to object: when people were told
notice-log-more = People must be told of their right to object at the first contact at the latest, apart from everything else. Link to the page, or send its words.
notice-log-enter = Enter when people were told
notice-log-on = Day
notice-log-occasion = Occasion
notice-log-occasion-hint = The first contact or the campaign
notice-log-audience = Who was told
notice-log-audience-hint = For example: all new customers in week 12
notice-log-way = How
notice-log-text = Text
notice-way-email = by e-mail
notice-way-letter = by letter
notice-way-sms = by text message
notice-way-phone = by phone
notice-way-web = on a page they passed
notice-way-in_person = in person
error-notice-occasion = Say which contact or campaign it was
error-notice-audience = Say who was told
error-notice-way = Choose how they were told

disclosure-title = Disclosures to authorities
disclosure-more = When the police or another authority asks for information, it is entered here and not as a request. Reading this page is noted in the audit trail.
disclosure-enter = Enter a disclosure or a refusal
disclosure-asked_on = Asked on
disclosure-decided_on = Decided on
disclosure-controller = Organisation
disclosure-outcome = Outcome
disclosure-outcome-disclosed = disclosed
disclosure-outcome-partly = partly disclosed
disclosure-outcome-refused = refused
disclosure-asker = Who asked
disclosure-asker-hint = Authority, and who there
disclosure-basis = Legal basis
disclosure-basis-hint = The law, or the order of a court with its number
disclosure-what = What, in kind
disclosure-what-hint = For example: log-in times in March. Not the information itself.
disclosure-about = About whom
disclosure-about-hint = Sealed. Leave it empty where nobody is named.
disclosure-why = Reason
disclosure-why-hint = Needed where something was refused
disclosure-decided_by = Decided by
error-disclosure-asker = Say who asked
error-disclosure-basis = Say on what legal basis they asked
error-disclosure-what = Say what was asked for or disclosed
error-disclosure-decided_by = Say who decided
error-disclosure-outcome = Choose what became of it

training-title = Training and confidentiality
training-more = Everybody who works here has been taught and has promised confidentiality. The authority may ask to see it.
training-lacking =
    { $n ->
        [one] { $n } colleague lacks something
       *[other] { $n } colleagues lack something
    }
training-staff = Colleague
training-has = On record
training-kind = Kind
training-kind-training = Training
training-kind-confidentiality = Confidentiality
training-lacks-training = No training that is good today
training-lacks-confidentiality = No promise of confidentiality that is good today
training-nothing = nothing that is good today
training-what = What
training-what-hint = The course, or the text that was signed
training-done_on = Done on
training-valid_until_on = Good until
training-until = good until { $date }
training-ran_out = ran out { $date }
training-left = no longer here
training-enter = Enter a training or a promise
error-training-what = Say which course or text
error-training-kind = Choose training or confidentiality
error-training-until = It cannot run out before the day it was done
