### What the pages say beside their own words: while a form is filled in, and when a step cannot be taken.

## The person's form
error-draft-gone = We keep unfinished answers for two hours. There are none from you any more, so begin again. What you wrote last is kept.
error-form-other = You have written in another window in the meantime. Look through what is here, and go on.
error-form-cut = Not everything reached us. Send it again.
error-too-slow = It took too long to reach us. Try again, or send a smaller file.
error-website = A field that should stay empty was filled in, perhaps by your browser. It is empty again now: just go on.
error-characters = There are characters here that cannot be shown. Write it again by hand.
ui-error-409-title = You have sent this form already
ui-error-409-body = What came just now is another version of it. We have kept the first one. If you want to add something, write it on the case page.
ui-see-receipt = See the receipt

## The person's case
error-code-not_right = The code is not right, or it is too old. Check it, or get a new one.
error-text-long = Shorten the text. There is room for { $max } characters.
error-case-files =
    { $n ->
        [one] A case takes { $n } file and { $max } MB in all. Send the rest on paper, or ask us.
       *[other] A case takes { $n } files and { $max } MB in all. Send the rest on paper, or ask us.
    }
error-withdraw-none = Choose what you want to withdraw
error-case-moved = That is not possible any more: the case has moved on in the meantime. Here is how it stands now.
error-case-refused = That is not possible in this case. Write to us here if you need help with it.
error-answer-away = You were away for more than half an hour. Enter the code again.
ui-find-over = Open your case with reference and code. If you had it open, we closed it after half an hour to protect you.
ui-find-left = You are signed out of the case.
ui-find-code = We have sent you a code. Open your case first, then type the code there.
ui-undone = We have taken your request up again
ui-needed-code = Show us that it is you. We have sent an e-mail to the address we already had.
ui-file-page-open = Open the page
ui-new-code-ask = Do you want a new code?
ui-new-code-ask-more = Press the button, and we show you the new code. The old one stops working.
ui-new-code-do = Show me a new code
ui-new-code-done = Here is your new code
ui-new-code-done-more = Write it down, or print the page. It is shown only here, and the old code does not work any more.
ui-new-code-closed = The link is closed
ui-new-code-closed-more = It has been used or is too old. Ask for a new one.
ui-desk-error-409 = That form was sent before

## Inviting staff, and forms that are too large
error-email = Write an e-mail address, for example name@example.com
error-email-taken = Somebody already signs in with that address
error-name = Write a name of at most 200 characters
error-roles = Choose at least one role
error-too-large = The form is too large

## The demo's own page
ui-demo-title = Try the demo
ui-demo-more = Everything here is invented. Ask for something in the form, work on the case as staff, and read the e-mails sent in between.
ui-demo-sign_ins = Sign-ins
ui-demo-digits = Six digits right now
ui-demo-once = A code counts once for each person and changes every half minute. If it was used already, wait for the next one and load the page again.
notice-code_replaced = A new code for this case was made through your confirmed e-mail address. The old one no longer works. If it was not you, write to us here.
