### The clock.

clock-due = Svara senast
clock-due-person = Du får svar senast
clock-due-today = Svara i dag
clock-received = Mottaget
clock-promise = Vårt löfte
clock-law = Lagens tidsfrist
clock-left =
    { $n ->
        [one] { $n } dag kvar
       *[other] { $n } dagar kvar
    }
clock-late =
    { $n ->
        [one] { $n } dag försenad
       *[other] { $n } dagar försenad
    }
clock-send_by = Skicka senast { $date }
clock-act_by = Gör det senast { $date }
clock-act_at_once = Gör det genast
clock-act_at_once-why = Lagen ger ingen tidsfrist här. Vi gör det senast nästa arbetsdag.
clock-last_day_extend = Sista dag att förlänga eller avslå
clock-last_day_extend-disputable = Efter { $date } kan det ifrågasättas. Skriv varför.
clock-refuse_late = Enligt artikel 12.4 ska ett avslag lämnas senast { $date }. Du kan fortfarande skicka det, men skriv varför det kommer för sent.
clock-overdue_from = Försenat från { $instant }, när { $date } är slut i { $place }.
clock-extended = Förlängd till { $date }
clock-if_extended = Om vi förlänger: { $date }
clock-paused = Pausad, dag { $n }
clock-paused-since = Pausad sedan { $date }: vi väntar på svar från dig
clock-without_pause = Utan pausen
clock-how = Hur är datumet uträknat?
clock-how-caption = Uträkning av datumet
clock-step-received = Vi tog emot din begäran
clock-step-local = Mottaget, lokalt datum i { $place }
clock-step-promise =
    { $n ->
        [one] Vårt löfte: { $n } dag senare
       *[other] Vårt löfte: { $n } dagar senare
    }
clock-step-month = Lagen: en månad senare
clock-step-clamp = Det finns ingen { $n } { $month }, så månadens sista dag gäller
clock-step-pause =
    { $n ->
        [one] Vi väntade på ditt svar { $range }: { $n } dag läggs till
       *[other] Vi väntade på ditt svar { $range }: { $n } dagar läggs till
    }
clock-step-pause_promise_not = Löftet flyttas inte när vi väntar
clock-step-pause_open = Vi väntar fortfarande. Pausen räknas först när du svarar
clock-step-pause_not_valid = Vi frågade för sent för att väntetiden ska läggas till
clock-step-pause_unposted = Vår fråga var inte skickad, så väntetiden läggs inte till
clock-step-extended = Förlängd: tre månader från mottagandet
clock-step-extended_promise = När vi har förlängt gäller löftet inte längre
clock-step-roll_saturday = Den { $day } är en lördag, så tiden flyttas till { $date }
clock-step-roll_sunday = Den { $day } är en söndag, så tiden flyttas till { $date }
clock-step-roll_holiday = Den { $day } är { $holiday }, så tiden flyttas till { $date }
clock-step-no_roll = Det är en arbetsdag, så datumet ligger kvar
clock-step-earliest = Det tidigaste datumet gäller
clock-step-same = Löftet och lagen ger samma datum
clock-step-law_only = Vi har inte lovat något snabbare, så lagens tidsfrist gäller
clock-step-corrected = Vi rättade mottagningsdatumet den { $day }: { $reason }
clock-step-source = Räknat enligt förordning (EEG, Euratom) nr 1182/71 och helgdagarna i { $country }.
clock-remind-today = I dag: { $reference }
