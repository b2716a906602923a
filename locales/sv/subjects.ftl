### Subjects of mails: no name, no right, no reference.

subject-receipt = Vi har tagit emot din begäran
subject-identity = Vi vill vara säkra på att det är du
subject-reminder = Vi väntar på svar från dig
subject-reply_thanks = Tack för ditt svar
subject-extension = Vi behöver mer tid
subject-answer = Ditt svar är klart
subject-code = Din kod
subject-message = Du har ett meddelande från oss
subject-known_notice = Är det du som har skrivit till oss?
subject-withdrawn = Din begäran är återtagen
subject-staff_reminder =
    { $n ->
        [one] { $reference }: { $n } dag kvar
       *[other] { $reference }: { $n } dagar kvar
    }
subject-staff_late = { $reference }: försenad
subject-staff_digest =
    { $n ->
        [one] { $n } begäran väntar på dig i dag
       *[other] { $n } begäranden väntar på dig i dag
    }
subject-signin_alert = Tio felaktiga inloggningsförsök
