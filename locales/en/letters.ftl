### Sentences for letters.

letter-complaint = You can complain to { $authority }, { $address }, { $web }.
letter-complaint-dk = You can complain to the Danish authority, Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, Denmark, www.datatilsynet.dk.
letter-complaint-se = You can complain to the Swedish authority, Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, Sweden, www.imy.se.
letter-complaint-elsewhere = If you live or work in another EU country, you can complain to the authority there instead.
letter-court = You also have the right to take the case to court.
letter-appeal-se_public = You can appeal to { $court }. Say which decision you appeal and what you want changed. Send the appeal to us, { $address }, within three weeks of the day you received the decision.
letter-reasons = We have not acted on your request for { $right } because { $reason } (Article { $article } GDPR).
letter-reasons_part = We have done what you asked, with one exception: { $what }. { $ground_sentence }
letter-extension = We need more time. We extend the period to { $date } because { $reasons } (Article 12(3) GDPR).
letter-extension-law = That is at most three months from the day we received your request.
letter-extension_correction = On { $day } we wrote that we needed more time. That was a mistake. You hear from us by { $date }.
letter-identity = We are in doubt who you are because { $reason }. We therefore ask you for { $item }, and nothing more (Article 12(6) GDPR).
letter-identity-how = Easiest: enter the code we sent to { $masked } on the case page.
letter-identity-document = If you send a picture of a document, cover everything except { $fields }. We look at it, note that we have seen it and delete the file.
letter-identity-clock = The clock stands still from today until you answer. If you do not answer by { $date }, we decide without it.
letter-identity-clock_runs = The clock keeps running while we wait.
letter-scope = We hold a lot about you. What is it about? You may answer “everything”.
letter-backup = The data may remain in backups until overwritten, by { $date } at the latest. We do not put them back into use.
letter-lift = We lift the restriction on { $date } because { $reason }. After that we use the data for { $purpose } again (Article 18(3) GDPR).
letter-object = You have the right to object to our use of your data for { $purpose }, and always to direct marketing (Article 21 GDPR).
letter-object-how = Write to { $email }, call { $phone } or follow this link: { $link }.
letter-rights_list = You can also ask us to correct or erase the data, restrict the use, or object to it.
letter-recipients_told = We have told those we shared the data with. You can ask us who they are.
letter-receipt = We received your request on { $date }.
letter-receipt-dates = You hear from us by { $promise_date }. The law gives us until { $law_date }.
letter-receipt-one_date = You hear from us by { $law_date }.
letter-receipt-understood = This is how we understood you: { $rights }. Tell us if we are wrong.
letter-receipt-marketing = Marketing has already stopped. What is printed or on its way may still reach you.
letter-reply_thanks =
    { $n ->
        [one] Thank you for your reply. We waited { $n } day, so the new date is { $date }.
       *[other] Thank you for your reply. We waited { $n } days, so the new date is { $date }.
    }
letter-reminder = We have not heard from you. We are waiting for { $item } and cannot go on without it.
letter-access-yes = Yes, we hold data about you. This letter explains where they came from and what we use them for. The data themselves are in the package.
letter-access-redacted =
    { $n ->
        [one] { $n } place is blacked out because it is about other people (Article 15(4) GDPR).
       *[other] { $n } places are blacked out because they are about other people (Article 15(4) GDPR).
    }
letter-no_data = We hold nothing about you. We searched { $where } for { $identifiers }, last on { $date }.
letter-no_data-more = If you used another address, number or name, tell us and we search again.
letter-no_data-controller = { $controller } may hold data about you. Ask them here: { $contact }.
letter-rectified = We changed { $field } from “{ $old }” to “{ $new }” on { $date }.
letter-statement = We have added your statement to the data, so that it is read with them.
letter-erased = We erased { $what } in { $where } on { $date }.
letter-erased-kept = We have kept { $what } until { $until } because { $reason }.
letter-erased-public = We have asked { $recipients } to erase links to and copies of what was public (Article 17(2) GDPR).
letter-suppression = To remember your no, we keep { $identifier } on a suppression list and use it for nothing else.
letter-restricted = From { $date } we only store { $what } and use it for nothing else, unless you say yes, a legal claim requires it or it protects others. We write to you before it ends (Article 18 GDPR).
letter-portability = The file holds { $contents } in the format { $format }.
letter-portability-sent = We sent the file straight to { $recipient } on { $date }.
letter-objection-upheld = You are right. We stopped using your data for { $purpose } on { $date }. If you want them erased too, tell us.
letter-objection-paused = While we look at it, we do not use the data for { $purpose }.
letter-marketing-stopped = We stopped sending you marketing on { $date }. Our partners have been told.
letter-human_review = { $function } has looked at the decision, read what you wrote and can change it. The result is: { $result }, because { $reason }.
letter-consent-withdrawn = Your consent to { $consent } was withdrawn on { $date }. What we did before was lawful. From now on we no longer do it.
letter-forwarded = Your request is about data we hold only on behalf of { $controller }. We passed it on on { $date }. They have to answer you: { $contact }.
letter-forwarded-unnamed = The one who decides about the data is a customer of ours. We may not say which. Ask the company or authority you have dealt with.
letter-not_a_request = We read what you wrote as { $what } and passed it to { $where }. If it was a request about your own data, tell us, and we count from the day you wrote.
letter-withdrawn = You withdrew your request for { $right } on { $date }.
letter-withdrawn-undo = If you change your mind, tell us by { $date }. We then go on as if nothing had happened, and the date stays the same.
letter-late = We are sorry. You should have heard from us by { $date }. { $reason } You hear from us by { $new_date }, and you can complain already now:
letter-late_answer = We are sorry the answer is late. It should have come by { $date }. { $reason }
letter-lapsed = We have closed the case because we have not heard from you since { $date }. You can always send a new request, with its own clock.
letter-reopened = We closed your case by mistake and are working on it again. The old date counts: { $date }.
letter-complaint_received = We have received your complaint. { $person_or_function } answers you by { $date }. You can also complain to { $authority } at once.
letter-representative-missing = You write for { $person }. We need { $missing } before we can answer you. If we do not have it by { $date }, we answer { $person } directly.
letter-paper_copy = If you want it on paper, we send it free of charge. A further copy may cost { $amount }.
letter-link = Your answer is ready: { $link } The link works until { $date }. The code comes separately.
letter-code = Your code: { $code } Enter it on the page you got by e-mail. We never ask for it on the phone.
letter-code-post = Your code: { $code } Enter it on the case page, { $url }. It works until { $date }.
letter-link-not_you = If you did not ask for this, do not open the link. Call us on { $phone }.
letter-link-changed = We have sent a new link. The old one is closed.

## The frame of every letter, and the authorities.

letter-greeting = Dear { $name }
letter-greeting_plain = Hello
letter-close = Kind regards
letter-frame-reference = Reference: { $reference }
letter-frame-date = Date: { $day }
letter-frame-contact = Contact: { $contact }
letter-frame-follow = Follow the case and write to us: { $link }
letter-frame-answers = Do not reply to this e-mail with national ID numbers, passports or health details.
letter-frame-staff = This e-mail comes from your organisation’s desk for data-protection cases.
authority-DK-name = the Danish authority, Datatilsynet
authority-SE-name = the Swedish authority, Integritetsskyddsmyndigheten (IMY)
country-DK = Denmark
country-SE = Sweden
