### Subjects of mails: no name, no right, no reference.

subject-receipt = We have received your request
subject-identity = We want to be sure it is you
subject-reminder = We are waiting for your reply
subject-reply_thanks = Thank you for your reply
subject-extension = We need more time
subject-answer = Your answer is ready
subject-code = Your code
subject-message = You have a message from us
subject-known_notice = Was it you who wrote to us?
subject-withdrawn = Your request has been withdrawn
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
