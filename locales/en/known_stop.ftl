### A stop from a known address, and the wait before a release.

subject-stop_lifted = We have looked into it and go on
letter-name-known_notice = Notice to a known address
letter-name-stop_lifted = The case goes on after a stop

ui-stop-ask = Was it not you?
ui-stop-ask-more = Someone has asked us, in your name, for something about your data. If it was not you, stop it here. We then send nothing to anyone until we have looked into it.
ui-stop-do = It was not me. Stop it
ui-stop-you = It was you?
ui-stop-you-more = Then you do not have to do anything. Close the page.
ui-stop-done = It is stopped
ui-stop-done-more = We send nothing to anyone. Somebody here looks into it now, and may write to you at this address.
ui-stop-closed = This link does not work
ui-stop-closed-more = It is too old, or a part of it is missing. If you did not ask us for anything, call us or write to us.
ui-stop-call = You can also call us on { $phone }.

stop_lifted-lead = Nothing is released while the case is stopped. Look into it first: who wrote, who stopped it, and who is right. If the case may go on, say why. If it may not, refuse it or say that the person cannot be identified.
need-notice_unsent = A notice to another known address has not left yet. Wait a moment and try again.
need-notice_hold = Another known address was told that an answer leaves. Whoever reads mail there can stop it until { $date } at { $time }. It can be sent after that.

event-stop_lifted-do = Let the case go on
event-stop_lifted-done = The stop was lifted: { $reason }
event-stop_lifted-done_bare = The stop was lifted
event-known_notice-done = Another known address was told, with a link that stops the case
did-stop_lifted = The case goes on, and whoever stopped it is told
