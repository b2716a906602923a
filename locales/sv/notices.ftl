### Det man får veta vid sidan av formuläret, och protokollen.

event-objection_notice-done = Noterat att människor har fått veta om sin rätt att invända
event-disclosure-done = Protokollet över utlämnanden användes
event-training-done = Protokollet över utbildning användes
ui-books = Protokoll
ui-book-enter = För in
ui-book-export = Ta med (CSV)
ui-book-empty = Inget är infört än
ui-book-by = Infört av
error-book-date = Datumet ska vara i dag eller tidigare och inte före den dag någon frågade

notice-privacy-link = Vad vi gör med det du skriver här
notice-object-link = Din rätt att göra invändningar
notice-privacy-title = Vad vi gör med det du skriver här
notice-privacy-lead = Så här behandlar { $controller } dina uppgifter när du använder den här sidan. Vad vi annars vet om dig berättar vi i svaret.
notice-privacy-who = Vem ansvarar
notice-privacy-officer = Dataskyddsombud:
notice-privacy-contact = Fråga om dataskydd:
notice-privacy-why = Varför och med vilken rätt
notice-privacy-why-more = För att förstå din begäran, veta att det är du, svara dig och kunna visa att vi har svarat. Det kräver lagen av oss
notice-privacy-what = Vad vi behöver
notice-privacy-what-more = Vad du vill och ett sätt att nå dig. Resten bestämmer du. För en del begäranden måste vi vara säkra på att det är du; då ber vi om så lite som möjligt, och en kopia av en handling raderas när vi har sett den.
notice-privacy-need = Du behöver inte ge oss något. Men utan ett sätt att nå dig kan vi inte svara.
notice-privacy-long = Hur länge
notice-privacy-long-more = Vi sparar ditt ärende i { $period } efter att det är avslutat, om du eller myndigheten frågar om det. Sedan raderas det. Har du sagt nej till marknadsföring finns ett avtryck av din adress kvar på en lista så att det förblir stoppat; ingen kan läsa ut adressen ur det.
notice-privacy-recipients = Vilka får dem
notice-privacy-recipients-more = Bara de hos oss som arbetar med ditt ärende och de som driver sidan åt oss enligt avtal. Vi ger inte ditt ärende till någon annan, om du inte ber om det eller lagen kräver det. Hör en begäran hemma hos en annan organisation som vi arbetar åt, säger vi till när vi skickar den vidare.
notice-privacy-rights = Dina rättigheter
notice-privacy-rights-more = Du får också se, rätta och radera det vi har i ärendet, få användningen begränsad och göra invändningar. Använd samma sida eller skriv till oss.
notice-privacy-complain = Du kan klaga hos
notice-privacy-decisions = Beslut av maskiner
notice-privacy-decisions-more = Det finns inga. Människor läser din begäran och beslutar.
notice-privacy-to_form = Till formuläret

notice-object-title = Din rätt att göra invändningar
notice-object-lead = Du har alltid rätt att göra invändningar mot hur vi använder uppgifter om dig. Den här sidan handlar om det och inget annat.
notice-object-marketing = Marknadsföring: alltid och utan skäl
notice-object-marketing-more = Du kan när som helst säga till { $controller } att vi ska sluta med direkt marknadsföring till dig och profilering för den. Då slutar vi. Vi får inte säga nej.
notice-object-marketing-law = (artikel 21.2 i dataskyddsförordningen)
notice-object-other = Annan användning: av skäl i din situation
notice-object-other-more = Där vi använder uppgifter för att vi har ett berättigat intresse av det eller utför en uppgift av allmänt intresse kan du göra invändningar av skäl som har med din egen situation att göra. Då slutar vi, om vi inte kan visa tvingande skäl som väger tyngre eller behöver dem för ett rättsligt anspråk. Under tiden begränsar vi användningen.
notice-object-other-law = (artikel 21.1 i dataskyddsförordningen)
notice-object-how = Så gör du
notice-object-form = Använd formuläret här
notice-object-email = Skriv till
notice-object-phone = Ring
notice-object-free = Det är gratis. Hur du än gör gäller det lika mycket.

notice-closed-title = Formuläret är inte öppet
notice-closed-lead = { $controller } har ännu inte skrivit här vem som svarar för dina uppgifter, och tills dess ber vi dig inte om några.
notice-closed-right = Du har dina rättigheter ändå. Fråga på ett annat sätt:
notice-closed-post = Skicka ett brev till

notice-log-title = Rätten att invända: när människor fick veta
notice-log-more = Människor ska få veta om sin rätt att invända senast vid den första kontakten och skilt från allt annat. Hänvisa till sidan eller skicka dess ord.
notice-log-enter = För in när människor fick veta
notice-log-on = Dag
notice-log-occasion = Tillfälle
notice-log-occasion-hint = Den första kontakten eller kampanjen
notice-log-audience = Vilka fick veta
notice-log-audience-hint = Till exempel: alla nya kunder i vecka 12
notice-log-way = Hur
notice-log-text = Text
notice-way-email = med mejl
notice-way-letter = i ett brev
notice-way-sms = med sms
notice-way-phone = per telefon
notice-way-web = på en sida som de passerade
notice-way-in_person = öga mot öga
error-notice-occasion = Skriv vilken kontakt eller kampanj det var
error-notice-audience = Skriv vilka som fick veta
error-notice-way = Välj hur de fick veta

disclosure-title = Utlämnanden till myndigheter
disclosure-more = När polisen eller en annan myndighet ber om uppgifter förs det in här och inte som en begäran. Att sidan har lästs står i granskningsspåret.
disclosure-enter = För in ett utlämnande eller ett nej
disclosure-asked_on = Begärt
disclosure-decided_on = Beslutat
disclosure-controller = Organisation
disclosure-outcome = Utfall
disclosure-outcome-disclosed = utlämnat
disclosure-outcome-partly = delvis utlämnat
disclosure-outcome-refused = nekat
disclosure-asker = Vem bad om det
disclosure-asker-hint = Myndighet, och vem där
disclosure-basis = Rättslig grund
disclosure-basis-hint = Lagen eller domstolens beslut med nummer
disclosure-what = Vad, till sin art
disclosure-what-hint = Till exempel: tider för inloggning i mars. Inte själva uppgifterna.
disclosure-about = Om vem
disclosure-about-hint = Förseglat. Låt fältet vara tomt om ingen är nämnd.
disclosure-why = Skäl
disclosure-why-hint = Behövs om något nekades
disclosure-decided_by = Beslutat av
error-disclosure-asker = Skriv vem som bad om det
error-disclosure-basis = Skriv vilken rättslig grund de hänvisade till
error-disclosure-what = Skriv vad som begärdes eller lämnades ut
error-disclosure-decided_by = Skriv vem som beslutade
error-disclosure-outcome = Välj vad det blev

training-title = Utbildning och tystnadsplikt
training-more = Alla som arbetar här är utbildade och har lovat tystnad. Myndigheten kan be att få se det.
training-lacking =
    { $n ->
        [one] { $n } kollega saknar något
       *[other] { $n } kollegor saknar något
    }
training-staff = Kollega
training-has = Infört
training-kind = Slag
training-kind-training = Utbildning
training-kind-confidentiality = Tystnadsplikt
training-lacks-training = Ingen utbildning som gäller i dag
training-lacks-confidentiality = Inget löfte om tystnad som gäller i dag
training-nothing = inget som gäller i dag
training-what = Vad
training-what-hint = Kursen eller den text som skrevs under
training-done_on = Dag
training-valid_until_on = Gäller till
training-until = gäller till { $date }
training-ran_out = gick ut { $date }
training-left = är inte kvar
training-enter = För in en utbildning eller ett löfte
error-training-what = Skriv vilken kurs eller text
error-training-kind = Välj utbildning eller tystnadsplikt
error-training-until = Det kan inte gå ut före den dag det gjordes
