### The clock.

clock-due = Svar senest
clock-due-person = Du får svar senest
clock-due-today = Svar i dag
clock-received = Modtaget
clock-promise = Vores løfte
clock-law = Lovens frist
clock-left =
    { $n ->
        [one] { $n } dag tilbage
       *[other] { $n } dage tilbage
    }
clock-late =
    { $n ->
        [one] { $n } dag for sent
       *[other] { $n } dage for sent
    }
clock-send_by = Send senest { $date }
clock-act_by = Gør det senest { $date }
clock-act_at_once = Gør det straks
clock-act_at_once-why = Loven giver ingen frist her. Vi gør det senest næste arbejdsdag.
clock-last_day_extend = Sidste dag for at forlænge eller afslå
clock-last_day_extend-disputable = Efter { $date } kan det anfægtes. Skriv hvorfor.
clock-refuse_late = Efter artikel 12, stk. 4, skal et afslag gives senest { $date }. Du kan stadig sende det, men skriv, hvorfor det kommer for sent.
clock-overdue_from = For sent fra { $instant }, når { $date } er slut i { $place }.
clock-extended = Forlænget til { $date }
clock-if_extended = Hvis vi forlænger: { $date }
clock-paused = På pause, dag { $n }
clock-paused-since = På pause siden { $date }: vi venter på svar fra dig
clock-without_pause = Uden pausen
clock-how = Hvordan er datoen regnet ud?
clock-how-caption = Udregning af datoen
clock-step-received = Vi modtog din anmodning
clock-step-local = Modtaget, lokal dato i { $place }
clock-step-promise =
    { $n ->
        [one] Vores løfte: { $n } dag senere
       *[other] Vores løfte: { $n } dage senere
    }
clock-step-month = Loven: en måned senere
clock-step-clamp = Der er ingen { $n }. { $month }, så månedens sidste dag gælder
clock-step-pause =
    { $n ->
        [one] Vi ventede på dit svar { $range }: { $n } dag lægges til
       *[other] Vi ventede på dit svar { $range }: { $n } dage lægges til
    }
clock-step-pause_promise_not = Løftet flytter sig ikke, når vi venter
clock-step-pause_open = Vi venter stadig. Pausen tæller først, når du svarer
clock-step-pause_not_valid = Vi spurgte for sent til, at ventetiden kan lægges til
clock-step-pause_unposted = Vores spørgsmål var ikke sendt, så ventetiden lægges ikke til
clock-step-extended = Forlænget: tre måneder fra modtagelsen
clock-step-extended_promise = Når vi har forlænget, gælder løftet ikke længere
clock-step-roll_saturday = Den { $day } er en lørdag, så fristen rykker til { $date }
clock-step-roll_sunday = Den { $day } er en søndag, så fristen rykker til { $date }
clock-step-roll_holiday = Den { $day } er { $holiday }, så fristen rykker til { $date }
clock-step-no_roll = Det er en arbejdsdag, så datoen bliver stående
clock-step-earliest = Den tidligste dato gælder
clock-step-same = Løftet og loven giver samme dato
clock-step-law_only = Vi har ikke lovet noget hurtigere, så lovens frist gælder
clock-step-corrected = Vi rettede modtagelsesdatoen den { $day }: { $reason }
clock-step-source = Regnet efter forordning (EØF, Euratom) nr. 1182/71 og helligdagene i { $country }.
clock-remind-today = I dag: { $reference }
