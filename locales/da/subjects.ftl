### Subjects of mails: no name, no right, no reference.

subject-suffix = : sag { $reference }
subject-receipt = Vi har modtaget din anmodning
subject-confirm = Virker din adresse?
subject-identity = Vi vil være sikre på, at det er dig
subject-scope = Vi har et spørgsmål til dig
subject-reminder = Vi venter på svar fra dig
subject-reply_thanks = Tak for dit svar
subject-extension = Vi har brug for mere tid
subject-late = Undskyld, vi er forsinket
subject-answer = Dit svar er klar
subject-code = Din kode
subject-new_link = Her er et nyt link
subject-message = Du har en besked fra os
subject-known_notice = Er det dig, der har skrevet til os?
subject-forwarded = Vi har sendt din anmodning videre
subject-withdrawn = Det er trukket tilbage
subject-closed = Din sag er lukket
subject-lift = Noget i din sag ændrer sig snart
subject-marketing = Du får ikke mere reklame fra os
subject-complaint = Vi har modtaget din klage
subject-to_controller = En anmodning til jer som dataansvarlig
subject-recipient_notice = Besked efter databeskyttelsesforordningens artikel 19
subject-task = En opgave til dig, svar senest den { $day }
subject-task_reminder = Din opgave venter, svar senest den { $day }
subject-staff_reminder =
    { $n ->
        [one] { $reference }: { $n } dag tilbage
       *[other] { $reference }: { $n } dage tilbage
    }
subject-staff_late = { $reference }: for sent
subject-staff_digest =
    { $n ->
        [one] { $n } anmodning kræver dig i dag
       *[other] { $n } anmodninger kræver dig i dag
    }
subject-signin_alert = Ti forkerte forsøg på at logge ind
