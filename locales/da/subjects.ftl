### Subjects of mails: no name, no right, no reference.

subject-receipt = Vi har modtaget din anmodning
subject-identity = Vi vil være sikre på, at det er dig
subject-reminder = Vi venter på svar fra dig
subject-reply_thanks = Tak for dit svar
subject-extension = Vi har brug for mere tid
subject-answer = Dit svar er klar
subject-code = Din kode
subject-message = Du har en besked fra os
subject-known_notice = Er det dig, der har skrevet til os?
subject-withdrawn = Din anmodning er trukket tilbage
subject-staff_reminder =
    { $n ->
        [one] { $reference }: { $n } dag tilbage
       *[other] { $reference }: { $n } dage tilbage
    }
subject-staff_late = { $reference }: for sent
subject-staff_digest =
    { $n ->
        [one] { $n } anmodning venter på dig i dag
       *[other] { $n } anmodninger venter på dig i dag
    }
subject-signin_alert = Ti forkerte forsøg på at logge ind
