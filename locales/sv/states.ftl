### States and the marks beside them.

state-received-staff = Mottagen
state-received-person = Vi har tagit emot din begäran
state-received-now = Du behöver inte göra något nu. Tiden löper.
state-assessing-staff = Under bedömning
state-assessing-person = Vi läser det du har skrivit
state-assessing-now = Vi tar reda på var vi ska leta. Du behöver inte göra något nu.
state-collecting-staff = Under insamling
state-collecting-person = Vi samlar in dina uppgifter
state-collecting-now =
    { $all ->
        [one] Vi har fått svar från { $done } av { $all } ställe. Du behöver inte göra något nu.
       *[other] Vi har fått svar från { $done } av { $all } ställen. Du behöver inte göra något nu.
    }
state-collecting-person_act = Vi håller på med det du har bett om
state-in_review-staff = Under granskning
state-in_review-person = Svaret läses igenom
state-in_review-now = Så att andras uppgifter inte kommer med och inget saknas.
state-ready-staff = Klar att skicka
state-ready-person = Ditt svar är skrivet
state-ready-now = Vi skickar det senast { $date }.
state-closed-staff = Avslutad
state-closed-person = Vi har svarat
state-closed-now = Om du tycker att något saknas kan du skriva till oss här på sidan.
state-awaiting_person-staff = Väntar på personen
state-awaiting_person-person = Vi väntar på svar från dig
state-awaiting_person-now = Svara senast { $date }. Medan vi väntar står tiden stilla.
state-awaiting_person-now_running = Svara senast { $date }. Tiden löper under tiden.
state-erased-staff = Raderat
state-erased-person = Ärendet är raderat. Vi har bara sparat att det fanns.
flag-extended = Förlängd
flag-promise_missed = Löftet hölls inte
flag-address_unconfirmed = Adressen är inte bekräftad
flag-legal_hold = Får inte raderas: rättsligt anspråk
flag-child = Barn
flag-deceased = Avliden
flag-protected_identity = Skyddade personuppgifter
flag-new_message = Nytt meddelande
flag-reason_needed = Motivering saknas
flag-stopped_by_person = Stoppad av personen
flag-single_handed = Samma författare och godkännare
flag-disputable = Kan ifrågasättas
flag-stopped = { flag-stopped_by_person }
flag-bin = I papperskorgen
