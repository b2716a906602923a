### Counted words.

count-case =
    { $n ->
        [one] { $n } case
       *[other] { $n } cases
    }
count-request =
    { $n ->
        [one] { $n } request
       *[other] { $n } requests
    }
count-task =
    { $n ->
        [one] { $n } task
       *[other] { $n } tasks
    }
count-finding =
    { $n ->
        [one] { $n } finding
       *[other] { $n } findings
    }
count-day =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
count-working_day =
    { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
count-file =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
count-letter =
    { $n ->
        [one] { $n } letter
       *[other] { $n } letters
    }
