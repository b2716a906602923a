### What the form and sign-in say when something is missing or wrong.

error-prefix = Error:
error-summary =
    { $n ->
        [one] One thing needs to be put right
       *[other] { $n } things need to be put right
    }
error-kept = What you wrote is still here.
error-rights-none = Choose at least one, or choose “I am not sure”
error-objecting-none = Choose what you want to say no to
error-words-empty = Write briefly what you want us to do
error-words-long =
    { $over ->
        [one] Shorten the text by { $over } character. There is room for { $max }.
       *[other] Shorten the text by { $over } characters. There is room for { $max }.
    }
error-rectify-wrong = Write what is wrong
error-rectify-right = Write what it should say instead
error-consent-which = Write what you said yes to, for example the newsletter
error-decision-which = Write which decision it is about
error-who-none = Choose who you are asking for
error-name-empty = Write your name
error-name-long = Shorten the name. There is room for { $max } characters.
error-rep-person = Write the name of the person you are asking for
error-contact-none = Give an e-mail address, a phone number or a postal address so that we can answer you
error-email-part = Write the whole e-mail address, for example name@example.com
error-email-space = Remove the space from the e-mail address
error-email-two = Write one e-mail address only
error-email-long = The e-mail address is too long. There is room for { $max } characters.
error-email-guess = Did you mean { $suggestion }? Change it, or go on with what you wrote.
error-phone-part = Write the whole phone number, for example +45 12 34 56 78
error-phone-letters = Use only digits, spaces, hyphens and + in the phone number
error-date-unreal = That date does not exist. Check the day and the month.
error-date-future = The date is in the future. Write today or earlier.
error-date-old = That is more than 30 days ago. Say why the case is entered only now.
error-file-size = { $file } is too large. At most { $max } MB a file.
error-file-count =
    { $max ->
        [one] Choose at most { $max } file
       *[other] Choose at most { $max } files
    }
error-file-kind = We cannot open { $file }. Send PDF, JPEG, PNG or text.
error-file-pixels = { $file } is a picture of more than 40 million pixels. Save it smaller and send it again.
error-message-empty = Write a message or attach a file
error-message-long =
    { $over ->
        [one] Shorten the message by { $over } character
       *[other] Shorten the message by { $over } characters
    }
error-form-old = The page was open too long. Your answers are still here: press the button again.
error-form-twice = You have already sent it. Here is your receipt.
error-confirm = Tick the box before you go on
error-reference-part = Write the whole reference, for example K7QF-2M9D
error-case-no_match = The reference and the code do not belong together. Check the receipt.
error-code-empty = Enter the code
error-code-wrong =
    { $n ->
        [one] The code is not right. You have { $n } try left.
       *[other] The code is not right. You have { $n } tries left.
    }
error-signin-email = Write your e-mail address
error-signin-password = Write your password
error-signin-otp = Write the six digits
error-signin-wrong = E-mail, password or code is wrong
error-signin-wait =
    { $n ->
        [one] You can try again in { $n } second.
       *[other] You can try again in { $n } seconds.
    }
error-signin-ended = You were away too long. Sign in again; your draft is saved.
error-signin-step_up = Confirm with a new code that it is you
error-password-short = Choose at least 12 characters. Several words in a row are good.
error-password-long = At most 128 characters
error-invite-old = The invitation has expired. Ask for a new one.
error-staff-received = Write when you received it
error-staff-channel = Choose how the request came in
error-staff-reason = Write the reason so that the person can understand it
error-staff-doubt = Say why you are in doubt
error-staff-self = You wrote the answer. Someone else has to approve it.
