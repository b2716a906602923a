### Identity.

id-title = Who is it?
id-level = Level { $n }
id-0-label = Nothing proven
id-0-explain = We know only what the request says.
id-1-label = Answers at the address in the request
id-1-explain = The person can read that mail or text. It does not show who the person is.
id-2-label = Proven at an address we already had
id-2-code = Code to an address found in our own systems
id-2-contact_back = We called or wrote to what stood in our records
id-2-own_login = Logged in with us
id-3-label = eID or in person
id-needed = This right needs level { $n }
id-reached = Level { $n } reached on { $day }. Enough for { $rights }.
id-not_reached = Level { $n } is missing. Nothing can be sent yet.
id-lowered = Lower level accepted by { $user } and { $user2 }: { $reason }
id-on_record = On record
id-from_form = From the request
id-differs = The address differs from the one on record
id-document_seen = Document seen on { $day } by { $user }: { $kind }. The file is deleted.
id-document_alone = A document alone is not enough. Use it with a call or letter to what we had on record.
id-doubt-reason = Why are you in doubt?
id-doubt-hint = It goes into the letter. Be concrete, for example that the address is new to us.
id-notice-known = Someone has asked us, in your name, for something about your data. If it is you, do nothing. If it is not, stop it here.
id-code-sent = We have sent a code to { $masked }
id-code-life =
    { $n ->
        [one] It is valid for { $n } minute.
       *[other] It is valid for { $n } minutes.
    }
id-child = Ask the child as far as it can answer. Never show the other parent’s address.
id-protected = The address is protected. It shows after an extra step and stands in no letter.
id-deceased = The person has died. In Denmark the rules still apply for ten years, in Sweden they do not. Check who may ask.
