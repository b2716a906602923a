### Empty pages and errors.

empty-mine = Nothing is waiting for you
empty-mine-next =
    { $n ->
        [one] { $n } request has no caseworker yet. It is due on { $date }.
       *[other] { $n } requests have no caseworker yet. The soonest is due on { $date }.
    }
empty-unassigned = Every request has a caseworker
empty-late = Nothing is late
empty-soon = Nothing is due within 7 days
empty-paused = Nothing is paused
empty-search = Nothing matches “{ $query }”. Search by reference, e-mail or phone.
empty-messages = No messages yet. Write whenever you like.
empty-files = Your answer will be here. We tell you when.
empty-sources = No source is connected. Colleagues answer the tasks.
page-409-title = { $user } was faster
page-409-person = The case has changed since you opened the page. Your text is still here.
page-429-title = Too many tries
