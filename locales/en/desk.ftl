### The desk: the door, entering, the history.

error-otp-wrong = The code is not right, or it was used before. Wait for the next one.
error-password-common = That password is on lists of stolen passwords. Choose another.
error-password-own-words = Your name, your address and the name of the organisation may not be in the password. Choose another.
error-password-different = The two passwords differ. Write the same twice.
error-colleague = Choose a colleague who works on cases
error-receipt-mail = Write an e-mail address, or choose to print the receipt
error-file-several = Choose one file. Send more on the case page.
ui-scan-hint = PDF, JPEG, PNG or text, up to 10 MB. One file.
ui-about-staff = Is the case about one of us?
ui-about-staff-hint = That colleague never sees the case. Others see it only if they are privacy officers or work on it.
ui-about-staff-none = No
id-2-accepted = Lower level accepted by the privacy officer
event-submit_for_review-done_plain = Sent for review: { $outcome }
event-task_nothing-done_plain = { $holder } answered: nothing held
event-other-done = Noted: { $what }
