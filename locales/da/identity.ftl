### Identity.

id-level = Niveau { $n }
id-0-label = Intet bevist
id-1-label = Svarer på den adresse, der står i anmodningen
id-2-label = Bevist på en adresse, vi havde i forvejen
id-2-code = Kode til en adresse fundet i vores egne systemer
id-2-contact_back = Vi ringede eller skrev til det, der stod hos os
id-3-label = eID (MitID, BankID) eller personligt fremmøde
id-not_reached = Niveau { $n } mangler. Intet kan sendes endnu.
id-on_record = Det, vi havde i forvejen
id-document_alone = Legitimation alene er ikke nok. Brug den sammen med et opkald eller brev til det, vi havde.
id-doubt-reason = Hvorfor er du i tvivl?
id-doubt-hint = Det kommer med i brevet. Skriv noget konkret, for eksempel at mailadressen er ny for os.
id-code-sent = Vi har sendt en kode til { $masked }
id-code-life =
    { $n ->
        [one] Den gælder i { $n } minut.
       *[other] Den gælder i { $n } minutter.
    }
id-protected = Adressen er beskyttet. Den vises først efter et ekstra trin og står aldrig i breve.
