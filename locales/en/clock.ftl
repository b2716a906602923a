### The clock.

clock-due = Answer by
clock-due-person = You will hear from us by
clock-due-today = Due today
clock-received = Received
clock-promise = Our promise
clock-law = The law
clock-left =
    { $n ->
        [one] { $n } day left
       *[other] { $n } days left
    }
clock-late =
    { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }
clock-send_by = Send by { $date }
clock-act_by = Act by { $date }
clock-act_at_once = Act at once
clock-act_at_once-why = The law gives no period here. We do it by the next working day.
clock-last_day_extend = Last day to extend or refuse
clock-last_day_extend-disputable = After { $date } it can be disputed. Say why.
clock-refuse_late = Under Article 12(4) a refusal is due by { $date }. You can still send it, but say why it is late.
clock-overdue_from = Overdue from { $instant }, when { $date } has ended in { $place }.
clock-extended = Extended to { $date }
clock-if_extended = If extended: { $date }
clock-paused = Paused, day { $n }
clock-paused-since = Paused since { $date }: we are waiting for you
clock-without_pause = Without the pause
clock-how = How was this date computed?
clock-how-caption = How the date was computed
clock-step-received = We received your request
clock-step-local = Received, local date in { $place }
clock-step-promise =
    { $n ->
        [one] Our promise: { $n } day later
       *[other] Our promise: { $n } days later
    }
clock-step-month = The law: one month later
clock-step-clamp = There is no { $n } { $month }, so the last day of the month counts
clock-step-pause =
    { $n ->
        [one] We waited for your reply { $range }: { $n } day is added
       *[other] We waited for your reply { $range }: { $n } days are added
    }
clock-step-pause_promise_not = The promise does not move while we wait
clock-step-pause_open = We are still waiting. The pause counts once you answer
clock-step-pause_not_valid = We asked too late for the wait to be added
clock-step-pause_unposted = Our question had not been posted, so the wait is not added
clock-step-extended = Extended: three months from receipt
clock-step-extended_promise = Once extended, the promise no longer counts
clock-step-roll_saturday = { $day } is a Saturday, so the date moves to { $date }
clock-step-roll_sunday = { $day } is a Sunday, so the date moves to { $date }
clock-step-roll_holiday = { $day } is { $holiday }, so the date moves to { $date }
clock-step-no_roll = It is a working day, so the date stays
clock-step-earliest = The earlier date counts
clock-step-same = The promise and the law give the same date
clock-step-law_only = We have promised nothing sooner, so the law’s date counts
clock-step-corrected = We corrected the received date on { $day }: { $reason }
clock-step-source = Computed under Regulation (EEC, Euratom) No 1182/71 and the public holidays in { $country }.
clock-remind-today = Today: { $reference }
