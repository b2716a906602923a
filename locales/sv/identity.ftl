### Identity.

id-level = Nivå { $n }
id-0-label = Inget styrkt
id-1-label = Svarar på den adress som står i begäran
id-2-label = Styrkt via en adress som vi redan hade
id-2-code = Kod till en adress som fanns i våra egna system
id-2-contact_back = Vi ringde eller skrev till det som stod hos oss
id-3-label = E-legitimation (BankID, MitID) eller personligt besök
id-not_reached = Nivå { $n } saknas. Inget kan skickas ännu.
id-on_record = Det vi redan hade
id-document_alone = Legitimation räcker inte ensam. Använd den tillsammans med ett samtal eller brev till det vi hade.
id-doubt-reason = Varför är du osäker?
id-doubt-hint = Det kommer med i brevet. Skriv något konkret, till exempel att e-postadressen är ny för oss.
id-code-sent = Vi har skickat en kod till { $masked }
id-code-life =
    { $n ->
        [one] Den gäller i { $n } minut.
       *[other] Den gäller i { $n } minuter.
    }
id-protected = Adressen är skyddad. Den visas först efter ett extra steg och står aldrig i brev.
