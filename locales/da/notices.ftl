### Det, man får at vide ved siden af formularen, og protokollerne.

event-objection_notice-done = Noteret, at folk har fået deres ret til indsigelse at vide
event-disclosure-done = Protokollen over udleveringer blev brugt
event-training-done = Protokollen over kurser blev brugt
ui-books = Protokoller
ui-book-enter = Indfør
ui-book-export = Tag med (CSV)
ui-book-empty = Der er ikke indført noget endnu
ui-book-by = Indført af
error-book-date = Datoen skal være i dag eller før og ikke før den dag, der blev spurgt

notice-privacy-link = Hvad vi gør med det, du skriver her
notice-object-link = Din ret til at gøre indsigelse
notice-privacy-title = Hvad vi gør med det, du skriver her
notice-privacy-lead = Sådan behandler { $controller } dine oplysninger, når du bruger denne side. Hvad vi ellers ved om dig, fortæller vi i svaret.
notice-privacy-who = Hvem har ansvaret
notice-privacy-officer = Databeskyttelsesrådgiver:
notice-privacy-contact = Spørg om databeskyttelse:
notice-privacy-why = Hvorfor og med hvilken ret
notice-privacy-why-more = For at forstå din anmodning, finde ud af, at det er dig, svare dig og kunne vise, at vi har svaret. Det kræver loven af os
notice-privacy-what = Hvad vi har brug for
notice-privacy-what-more = Hvad du vil, og én måde at få fat i dig på. Resten bestemmer du. Ved nogle anmodninger skal vi være sikre på, at det er dig; så beder vi om så lidt som muligt, og en kopi af et dokument sletter vi, når vi har set den.
notice-privacy-need = Du behøver ikke give os noget. Men uden en måde at få fat i dig på kan vi ikke svare.
notice-privacy-long = Hvor længe
notice-privacy-long-more = Vi gemmer din sag i { $period }, efter at den er lukket, hvis du eller myndigheden spørger til den. Så bliver den slettet. Har du sagt nej til markedsføring, bliver et aftryk af din adresse stående på en liste, så det bliver ved med at være stoppet; ingen kan læse adressen ud af det.
notice-privacy-recipients = Hvem får dem
notice-privacy-recipients-more = Kun dem hos os, der arbejder med din sag, og dem, der driver siden for os efter aftale. Vi giver ikke din sag til andre, medmindre du beder om det, eller loven kræver det. Hører en anmodning til hos en anden organisation, som vi arbejder for, siger vi det, når vi sender den videre.
notice-privacy-rights = Dine rettigheder
notice-privacy-rights-more = Du må også se, rette og slette det, vi har i sagen, få brugen af det begrænset og gøre indsigelse. Brug samme side, eller skriv til os.
notice-privacy-complain = Du kan klage til
notice-privacy-decisions = Afgørelser truffet af maskiner
notice-privacy-decisions-more = Dem er der ingen af. Mennesker læser din anmodning og bestemmer.
notice-privacy-to_form = Til formularen

notice-object-title = Din ret til at gøre indsigelse
notice-object-lead = Du har altid ret til at gøre indsigelse mod, hvordan vi bruger oplysninger om dig. Det handler denne side om, og ikke om andet.
notice-object-marketing = Markedsføring: altid og uden grund
notice-object-marketing-more = Du kan når som helst sige til { $controller }, at vi skal stoppe direkte markedsføring til dig og profilering til det. Så stopper vi. Vi må ikke sige nej.
notice-object-marketing-law = (databeskyttelsesforordningens artikel 21, stk. 2)
notice-object-other = Anden brug: af grunde i din situation
notice-object-other-more = Hvor vi bruger oplysninger, fordi vi har en legitim interesse i det eller udfører en opgave i samfundets interesse, kan du gøre indsigelse af grunde, der har med din egen situation at gøre. Så stopper vi, medmindre vi kan vise vægtige grunde, der går forud, eller skal bruge dem til et retskrav. Så længe begrænser vi brugen.
notice-object-other-law = (databeskyttelsesforordningens artikel 21, stk. 1)
notice-object-how = Sådan gør du
notice-object-form = Brug formularen her
notice-object-email = Skriv til
notice-object-phone = Ring til
notice-object-free = Det er gratis. Hvordan du end gør det, tæller det lige meget.

notice-closed-title = Formularen er ikke åben
notice-closed-lead = { $controller } har endnu ikke skrevet her, hvem der svarer for dine oplysninger, og indtil da beder vi dig ikke om nogen.
notice-closed-right = Du har dine rettigheder alligevel. Spørg på en anden måde:
notice-closed-post = Send et brev til

notice-log-title = Retten til indsigelse: hvornår folk fik den at vide
notice-log-more = Folk skal have deres ret til indsigelse at vide senest ved den første kontakt og adskilt fra alt andet. Henvis til siden, eller send dens ord.
notice-log-enter = Indfør, hvornår folk fik den at vide
notice-log-on = Dag
notice-log-occasion = Anledning
notice-log-occasion-hint = Den første kontakt eller kampagnen
notice-log-audience = Hvem fik den at vide
notice-log-audience-hint = For eksempel: alle nye kunder i uge 12
notice-log-way = Hvordan
notice-log-text = Tekst
notice-way-email = på mail
notice-way-letter = i et brev
notice-way-sms = på sms
notice-way-phone = i telefonen
notice-way-web = på en side, de kom forbi
notice-way-in_person = ansigt til ansigt
error-notice-occasion = Skriv, hvilken kontakt eller kampagne det var
error-notice-audience = Skriv, hvem der fik den at vide
error-notice-way = Vælg, hvordan de fik den at vide

disclosure-title = Udleveringer til myndigheder
disclosure-more = Når politiet eller en anden myndighed beder om oplysninger, indføres det her og ikke som en anmodning. At siden er læst, står i revisionssporet.
disclosure-enter = Indfør en udlevering eller et afslag
disclosure-asked_on = Bedt om den
disclosure-decided_on = Afgjort den
disclosure-controller = Organisation
disclosure-outcome = Udfald
disclosure-outcome-disclosed = udleveret
disclosure-outcome-partly = delvis udleveret
disclosure-outcome-refused = afslået
disclosure-asker = Hvem bad om det
disclosure-asker-hint = Myndighed, og hvem dér
disclosure-basis = Retsgrundlag
disclosure-basis-hint = Loven eller rettens kendelse med nummer
disclosure-what = Hvad, i art
disclosure-what-hint = For eksempel: tidspunkter for log-in i marts. Ikke selve oplysningerne.
disclosure-about = Om hvem
disclosure-about-hint = Forseglet. Lad feltet stå tomt, hvis ingen er nævnt.
disclosure-why = Begrundelse
disclosure-why-hint = Skal til, hvis noget er afslået
disclosure-decided_by = Afgjort af
error-disclosure-asker = Skriv, hvem der bad om det
error-disclosure-basis = Skriv, hvilket retsgrundlag de henviste til
error-disclosure-what = Skriv, hvad der blev bedt om eller udleveret
error-disclosure-decided_by = Skriv, hvem der afgjorde det
error-disclosure-outcome = Vælg, hvad der blev udfaldet

training-title = Kurser og tavshedspligt
training-more = Alle, der arbejder her, er oplært og har skrevet under på tavshedspligt. Myndigheden kan bede om at se det.
training-lacking =
    { $n ->
        [one] { $n } kollega mangler noget
       *[other] { $n } kolleger mangler noget
    }
training-staff = Kollega
training-has = Indført
training-kind = Slags
training-kind-training = Kursus
training-kind-confidentiality = Tavshedspligt
training-lacks-training = Intet kursus, der gælder i dag
training-lacks-confidentiality = Ingen tavshedserklæring, der gælder i dag
training-nothing = intet, der gælder i dag
training-what = Hvad
training-what-hint = Kurset eller den tekst, der blev skrevet under på
training-done_on = Dag
training-valid_until_on = Gælder til
training-until = gælder til { $date }
training-ran_out = udløb { $date }
training-left = er her ikke mere
training-enter = Indfør et kursus eller en erklæring
error-training-what = Skriv, hvilket kursus eller hvilken tekst
error-training-kind = Vælg kursus eller tavshedspligt
error-training-until = Det kan ikke udløbe før den dag, det blev gjort
