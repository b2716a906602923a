### States and the marks beside them.

state-received-staff = Received
state-received-person = We have received your request
state-received-now = There is nothing for you to do. The clock is running.
state-assessing-staff = Assessing
state-assessing-person = We are reading what you wrote
state-assessing-now = We work out where to look. There is nothing for you to do.
state-collecting-staff = Collecting
state-collecting-person = We collect your data
state-collecting-now =
    { $all ->
        [one] We have heard from { $done } of { $all } place. There is nothing for you to do.
       *[other] We have heard from { $done } of { $all } places. There is nothing for you to do.
    }
state-collecting-person_act = We are doing what you asked
state-in_review-staff = In review
state-in_review-person = The answer is being checked
state-in_review-now = So that nobody else’s data slip in and nothing is missing.
state-ready-staff = Ready to send
state-ready-person = Your answer is written
state-ready-now = We send it by { $date }.
state-closed-staff = Closed
state-closed-person = We have answered
state-closed-now = If you think something is missing, write to us on this page.
state-awaiting_person-staff = Awaiting person
state-awaiting_person-person = We are waiting for you
state-awaiting_person-now = Answer by { $date }. While we wait, the clock stands still.
state-awaiting_person-now_running = Answer by { $date }. The clock keeps running.
state-erased-staff = Erased
state-erased-person = The case is erased. We kept only the fact that it existed.
flag-extended = Extended
flag-promise_missed = Promise missed
flag-address_unconfirmed = Address unconfirmed
flag-legal_hold = Legal hold
flag-child = Child
flag-deceased = Deceased
flag-protected_identity = Protected identity
flag-new_message = New message
flag-reason_needed = Reason needed
flag-stopped_by_person = Stopped by the person
flag-single_handed = Single-handed
flag-disputable = Disputable
flag-stopped = { flag-stopped_by_person }
flag-bin = In the bin
