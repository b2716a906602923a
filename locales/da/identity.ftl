### Identity.

id-title = Hvem er det?
id-level = Niveau { $n }
id-0-label = Intet bevist
id-0-explain = Vi ved kun, hvad der står i anmodningen.
id-1-label = Svarer på den adresse, der står i anmodningen
id-1-explain = Personen kan læse den mail eller sms. Det viser ikke, hvem personen er.
id-2-label = Bevist på en adresse, vi havde i forvejen
id-2-code = Kode til en adresse fundet i vores egne systemer
id-2-contact_back = Vi ringede eller skrev til det, der stod hos os
id-2-own_login = Logget ind hos os
id-3-label = eID (MitID, BankID) eller personligt fremmøde
id-needed = Denne rettighed kræver niveau { $n }
id-reached = Niveau { $n } nået den { $day }. Nok til { $rights }.
id-not_reached = Niveau { $n } mangler. Intet kan sendes endnu.
id-lowered = Lavere niveau godkendt af { $user } og { $user2 }: { $reason }
id-on_record = Det, vi havde i forvejen
id-from_form = Fra anmodningen
id-differs = Adressen er en anden end den, vi havde
id-document_seen = Legitimation set den { $day } af { $user }: { $kind }. Filen er slettet.
id-document_alone = Legitimation alene er ikke nok. Brug den sammen med et opkald eller brev til det, vi havde.
id-doubt-reason = Hvorfor er du i tvivl?
id-doubt-hint = Det kommer med i brevet. Skriv noget konkret, for eksempel at mailadressen er ny for os.
id-notice-known = Nogen har i dit navn bedt os om noget, der gælder dine oplysninger. Er det dig, behøver du ikke gøre noget. Er det ikke dig, så stop det her.
id-code-sent = Vi har sendt en kode til { $masked }
id-code-life =
    { $n ->
        [one] Den gælder i { $n } minut.
       *[other] Den gælder i { $n } minutter.
    }
id-child = Spørg barnet, så langt det selv kan svare. Den anden forælders adresse må aldrig vises.
id-protected = Adressen er beskyttet. Den vises først efter et ekstra trin og står aldrig i breve.
id-deceased = Personen er død. I Danmark gælder reglerne stadig i ti år. Se, hvem der må bede.
