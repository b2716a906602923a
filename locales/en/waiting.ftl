### Waiting, and taking back what was done in error: pages, letters' names, what stands in the way.

## Subjects

subject-scope = We have a question for you
subject-closed = Your case is closed
subject-old_date = The old date holds again
subject-reopened = We are working on your case again

## Names of letters

letter-name-ask_scope = Question about what it is about
letter-name-scope_reminder = Reminder
letter-name-pause_kept = Still waiting
letter-name-lapsed = Closed without a reply
letter-name-extension_undone = Extension taken back
letter-name-reopened = Taken up again

## Ask what it is about

scope-amount-title = How much there is
scope-rule = The question may be asked only where a large amount of data is held, only about access, and only once (recital 63).
scope-amount-da = How much is held, in Danish. It continues “Det er mange: …”
scope-amount-sv = How much is held, in Swedish. It continues “Det är många: …”
scope-amount-en = How much is held. It continues “There is a lot of it: …”
scope-amount-hint = In kind and number: the systems, the years, the lines.
scope-question-title = What you ask
scope-question-da = The question, in Danish
scope-question-sv = The question, in Swedish
scope-question-en = The question
scope-question-hint = One question. The letter says by itself that “everything” is an answer too.
scope-meanwhile-title = What the person gets meanwhile
scope-others = These requests go on:
scope-meanwhile-da = What is answered already now, in Danish
scope-meanwhile-sv = What is answered already now, in Swedish
scope-meanwhile-en = What is answered already now
scope-meanwhile-hint = What needs no answer to the question. Leave it empty if there is nothing.
ui-needed-everything = You may answer “everything”. Write it in a message below.
need-words-amount = Write how much is held.
need-words-question = Write the question.

## Decide on a pause

pause-what = What is done now
pause-choice-answer = Answer
pause-choice-answer-more = The clock runs again from today. The person is told the date.
pause-choice-answer-done = answer
pause-choice-refuse = Refuse, or say that the person cannot be identified
pause-choice-refuse-more = The clock runs again from today. You write the answer next; it names the authority and the court.
pause-choice-refuse-done = refuse
pause-choice-extend = Extend
pause-choice-extend-more = The clock runs again from today. You write the notice next.
pause-choice-extend-done = extend
pause-choice-keep_pausing = Go on waiting
pause-choice-keep_pausing-more = The person is told that we wait, and that nothing is closed before { $date }.
pause-choice-keep_pausing-done = go on waiting
pause-reason = Why
pause-reason-hint = Kept in the history. It is not in the letter.
pause-do = Save the decision
pause-known = What we wait for
pause-asked = Asked
pause-reminded =
    { $n ->
        [0] no reminder yet
        [one] { $n } reminder
       *[other] { $n } reminders
    }
pause-decide_by = Decide by
pause-lapses = Can be closed from
error-pause-choice = Choose what is done
ui-next-decide_pause = Decide on the pause
ui-next-decide_pause-why = A privacy officer decides by { $date }. After that there is no time to answer, refuse or extend before the date without the pause.
ui-next-lapse = Close it, no reply came
ui-next-lapse-why = Asked on { $day }, reminded twice. A privacy officer may close it.
lapse-lead = The requests are closed without an answer. The letter says how the person can go on, and where they can complain.

## Taking back

undo_extension-lead = The notice has not left the house. It is taken back with the extension, and nobody is written to.
undo_extension-lead-told = The notice has gone out. A correction goes with it: the old date holds again.
reopen-lead = The request starts again from the beginning, with its old clock. Links to what was sent are closed.
amend-due = Due then
amend-until = Can be reopened until
with-reason = Why
with-reason-hint = Kept in the history. It is not in the letter.

did-ask_scope = The question to the person is written
did-decide_pause = The decision on the pause is saved
did-lapse = The request is closed, and the letter about it is written
did-undo_extension = The extension is undone
did-reopen = The request is open again, and the letter about it is written
