### Subjects of mails: no name, no right, no reference.

subject-suffix = : case { $reference }
subject-receipt = We have received your request
subject-confirm = Does your address work?
subject-identity = We want to be sure it is you
subject-scope = We have a question for you
subject-reminder = We are waiting for your reply
subject-reply_thanks = Thank you for your reply
subject-extension = We need more time
subject-late = We are sorry, we are late
subject-answer = Your answer is ready
subject-code = Your code
subject-new_link = Here is a new link
subject-message = You have a message from us
subject-known_notice = Was it you who wrote to us?
subject-forwarded = We have passed your request on
subject-withdrawn = It has been withdrawn
subject-closed = Your case is closed
subject-lift = Something in your case changes soon
subject-marketing = No more marketing from us
subject-complaint = We have received your complaint
subject-to_controller = A request for you as controller
subject-recipient_notice = Notice under Article 19 GDPR
subject-task = A task for you, answer by { $day }
subject-task_reminder = Your task is waiting, answer by { $day }
subject-staff_reminder =
    { $n ->
        [one] { $reference }: { $n } day left
       *[other] { $reference }: { $n } days left
    }
subject-staff_late = { $reference }: late
subject-staff_digest =
    { $n ->
        [one] { $n } request needs you today
       *[other] { $n } requests need you today
    }
subject-signin_alert = Ten failed attempts to sign in
