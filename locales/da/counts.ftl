### Counted words.

count-case =
    { $n ->
        [one] { $n } sag
       *[other] { $n } sager
    }
count-day =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dage
    }
count-file =
    { $n ->
        [one] { $n } fil
       *[other] { $n } filer
    }
