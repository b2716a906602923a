### Identity.

id-title = Vem är det?
id-level = Nivå { $n }
id-0-label = Inget visat
id-0-explain = Vi vet bara det som står i begäran.
id-1-label = Svarar på den adress som står i begäran
id-1-explain = Personen kan läsa mejlet eller sms:et. Det visar inte vem personen är.
id-2-label = Visat via en adress som vi redan hade
id-2-code = Kod till en adress som fanns i våra egna system
id-2-contact_back = Vi ringde eller skrev till det som stod hos oss
id-2-own_login = Inloggad hos oss
id-3-label = E-legitimation (BankID, MitID) eller personligt besök
id-needed = Den här rättigheten kräver nivå { $n }
id-reached = Nivå { $n } nådd den { $day }. Räcker för { $rights }.
id-not_reached = Nivå { $n } saknas. Inget kan skickas ännu.
id-lowered = Lägre nivå godkänd av { $user } och { $user2 }: { $reason }
id-on_record = Det vi redan hade
id-from_form = Från begäran
id-differs = Adressen är en annan än den vi hade
id-document_seen = Legitimation kontrollerad den { $day } av { $user }: { $kind }. Filen är raderad.
id-document_alone = Legitimation räcker inte ensam. Använd den tillsammans med ett samtal eller brev till det vi hade.
id-doubt-reason = Varför är du osäker?
id-doubt-hint = Det kommer med i brevet. Skriv något konkret, till exempel att e-postadressen är ny för oss.
id-notice-known = Någon har i ditt namn bett oss om något som gäller dina uppgifter. Om det är du behöver du inte göra något. Om det inte är du kan du stoppa det här.
id-code-sent = Vi har skickat en kod till { $masked }
id-code-life =
    { $n ->
        [one] Den gäller i { $n } minut.
       *[other] Den gäller i { $n } minuter.
    }
id-child = Fråga barnet så långt det själv kan svara. Den andra förälderns adress får aldrig visas.
id-protected = Adressen är skyddad. Den visas först efter ett extra steg och står aldrig i brev.
id-deceased = Personen har avlidit. Dataskyddsförordningen gäller inte avlidna. Kontrollera om annan lag gäller.
