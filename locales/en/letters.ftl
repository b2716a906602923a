### Sentences for letters.

letter-complaint = You can complain to { $authority }, { $address }, { $web }.
letter-complaint-dk = You can complain to the Danish authority, Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, Denmark, www.datatilsynet.dk.
letter-complaint-se = You can complain to the Swedish authority, Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, Sweden, www.imy.se.
letter-complaint-elsewhere = If you live or work in another EU country, you can complain to the authority there instead.
letter-court = You also have the right to take the case to court.
letter-extension = We need more time. We extend the period to { $date } because { $reasons } (Article 12(3) GDPR).
letter-extension-law = That is at most three months from the day we received your request.
letter-identity = We are in doubt about who you are because { $reason }. We therefore ask you for { $item }, and nothing more (Article 12(6) GDPR).
letter-identity-document = If you send a picture of a document, cover everything except { $fields }. We look at it, note that we have seen it and delete the file.
letter-identity-clock = The clock stands still from today until you answer. If you do not answer by { $date }, we decide without your answer.
letter-identity-clock_runs = The clock keeps running while we wait.
letter-rights_list = You can also ask us to correct or erase the data, restrict the use, or object to it.
letter-receipt = We received your request on { $date }.
letter-receipt-dates = You will hear from us by { $promise_date }. The law gives us until { $law_date }.
letter-receipt-one_date = You will hear from us by { $law_date }.
letter-reply_thanks =
    { $n ->
        [one] Thank you for your reply. We waited { $n } day, so the new date is { $date }.
       *[other] Thank you for your reply. We waited { $n } days, so the new date is { $date }.
    }
letter-reminder = We have not heard from you. We are waiting for { $item } and cannot go on without it.
letter-no_data-more = If you used another e-mail address, number or name, tell us and we search again.
letter-withdrawn-undo = If you change your mind, tell us by { $date }. We then go on as if nothing had happened, and the date stays the same.
letter-link-not_you = If you did not ask for this, do not open the link. Call us on { $phone }.

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
