### Counted words.

count-case =
    { $n ->
        [one] { $n } ärende
       *[other] { $n } ärenden
    }
count-day =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dagar
    }
count-file =
    { $n ->
        [one] { $n } fil
       *[other] { $n } filer
    }
