### Counted words.

count-case =
    { $n ->
        [one] { $n } case
       *[other] { $n } cases
    }
count-day =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
count-file =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
