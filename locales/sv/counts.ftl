### Counted words.

count-case =
    { $n ->
        [one] { $n } ärende
       *[other] { $n } ärenden
    }
count-request =
    { $n ->
        [one] { $n } begäran
       *[other] { $n } begäranden
    }
count-task =
    { $n ->
        [one] { $n } arbetsuppgift
       *[other] { $n } arbetsuppgifter
    }
count-finding = { $n } fynd
count-day =
    { $n ->
        [one] { $n } dag
       *[other] { $n } dagar
    }
count-working_day =
    { $n ->
        [one] { $n } arbetsdag
       *[other] { $n } arbetsdagar
    }
count-file =
    { $n ->
        [one] { $n } fil
       *[other] { $n } filer
    }
count-letter = { $n } brev
