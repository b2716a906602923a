### Counted words.

count-case =
    { $n ->
        [one] { $n } sag
       *[other] { $n } sager
    }
count-request =
    { $n ->
        [one] { $n } anmodning
       *[other] { $n } anmodninger
    }
count-task =
    { $n ->
        [one] { $n } opgave
       *[other] { $n } opgaver
    }
count-finding = { $n } fund
count-day =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dage
    }
count-working_day =
    { $n ->
        [one] { $n } arbejdsdag
       *[other] { $n } arbejdsdage
    }
count-file =
    { $n ->
        [one] { $n } fil
       *[other] { $n } filer
    }
count-letter =
    { $n ->
        [one] { $n } brev
       *[other] { $n } breve
    }
