### Subjects of mails: no name, no right, no reference.

subject-suffix = : ärende { $reference }
subject-receipt = Vi har tagit emot din begäran
subject-confirm = Fungerar din adress?
subject-identity = Vi vill vara säkra på att det är du
subject-scope = Vi har en fråga till dig
subject-reminder = Vi väntar på svar från dig
subject-reply_thanks = Tack för ditt svar
subject-extension = Vi behöver mer tid
subject-late = Vi ber om ursäkt, vi är försenade
subject-answer = Ditt svar är klart
subject-code = Din kod
subject-new_link = Här är en ny länk
subject-message = Du har ett meddelande från oss
subject-known_notice = Är det du som har skrivit till oss?
subject-forwarded = Vi har skickat din begäran vidare
subject-withdrawn = Det är återtaget
subject-closed = Ditt ärende är avslutat
subject-lift = Något i ditt ärende ändras snart
subject-marketing = Du får ingen mer reklam från oss
subject-complaint = Vi har tagit emot ditt klagomål
subject-to_controller = En begäran till er som personuppgiftsansvarig
subject-recipient_notice = Underrättelse enligt artikel 19 i dataskyddsförordningen
subject-task = En arbetsuppgift till dig, svara senast den { $day }
subject-task_reminder = Din arbetsuppgift väntar, svara senast den { $day }
subject-staff_reminder =
    { $n ->
        [one] { $reference }: { $n } dag kvar
       *[other] { $reference }: { $n } dagar kvar
    }
subject-staff_late = { $reference }: försenad
subject-staff_digest =
    { $n ->
        [one] { $n } begäran kräver dig i dag
       *[other] { $n } begäranden kräver dig i dag
    }
subject-signin_alert = Tio felaktiga inloggningsförsök
