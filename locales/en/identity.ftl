### Identity.

id-level = Level { $n }
id-0-label = Nothing proven
id-1-label = Answers at the address in the request
id-2-label = Proven at an address we already had
id-2-code = Code to an address found in our own systems
id-2-contact_back = We called or wrote to what stood in our records
id-3-label = eID (BankID, MitID) or in person
id-not_reached = Level { $n } is missing. Nothing can be sent yet.
id-on_record = On record
id-document_alone = A document alone is not enough. Use it with a call or letter to what we had on record.
id-doubt-reason = Why are you in doubt?
id-doubt-hint = It goes into the letter. Be concrete, for example that the address is new to us.
id-code-sent = We have sent a code to { $masked }
id-code-life =
    { $n ->
        [one] It is valid for { $n } minute.
       *[other] It is valid for { $n } minutes.
    }
id-protected = The address is protected. It shows after an extra step and stands in no letter.
