### Empty pages and errors.

empty-mine = Nothing is waiting for you
empty-mine-next =
    { $n ->
        [one] { $n } request has nobody yet. It is due on { $date }.
       *[other] { $n } requests have nobody yet. The soonest is due on { $date }.
    }
empty-unassigned = Every request has a caseworker
empty-late = Nothing is late
empty-soon = Nothing is due within 7 days
empty-paused = Nothing is paused
empty-search = Nothing matches “{ $query }”. Search by reference, e-mail or phone.
empty-filter = No requests match the filter. Remove a part of it.
empty-findings =
    { $n ->
        [one] No findings yet. { $n } task is unanswered.
       *[other] No findings yet. { $n } tasks are unanswered.
    }
empty-findings_none = Nothing found. Searched { $where } for { $identifiers }.
empty-messages = No messages yet. Write whenever you like.
empty-files = Your answer will be here. We tell you when.
empty-sources = No source is connected. Tasks go to people until you connect one.
empty-report = Nothing was answered in this period. Choose a longer one.
empty-reviews = Nothing is due for erasure today
page-404-title = There is no such page
page-404-person = The link may be closed or mistyped. Find your case with reference and code.
page-404-staff = The case does not exist, or you may not see it.
page-403-title = You may not do this here
page-403-body = Ask your administrator if you should be able to.
page-409-title = { $user } was faster
page-409-body = { $user } changed the case at { $time }: { $change }. Your text is kept below. Read the case again, then save.
page-409-person = The case has changed since you opened the page. Your text is still here.
page-413-title = That is too large
page-413-body = At most { $max } MB at a time. Send the files one by one, or on paper.
page-429-title = Too many tries
page-429-body =
    { $n ->
        [one] Try again in { $n } minute. If it is urgent, call { $phone }. Your date does not change.
       *[other] Try again in { $n } minutes. If it is urgent, call { $phone }. Your date does not change.
    }
page-500-title = Something went wrong on our side
page-500-body = We have been told. Unless the page said “We have received your request”, we do not have it yet.
page-503-title = We are back in a moment
page-503-body =
    { $n ->
        [one] The page is down for about { $n } minute. Your answers have not been received. If it is urgent, call { $phone } or write to { $email }; that counts just as much.
       *[other] The page is down for about { $n } minutes. Your answers have not been received. If it is urgent, call { $phone } or write to { $email }; that counts just as much.
    }
page-offline = You are offline. Your text is still here.
