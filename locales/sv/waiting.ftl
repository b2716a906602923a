### Att vänta, och att ta tillbaka det som gjordes av misstag: sidor, brevens namn, vad som saknas.

## Ämnen

subject-scope = Vi har en fråga till dig
subject-closed = Ditt ärende är avslutat
subject-old_date = Det gamla datumet gäller igen
subject-reopened = Vi arbetar med ditt ärende igen

## Brevens namn

letter-name-ask_scope = Fråga om vad det gäller
letter-name-scope_reminder = Påminnelse
letter-name-pause_kept = Vi väntar fortfarande
letter-name-lapsed = Avslutad utan svar
letter-name-extension_undone = Förlängning återtagen
letter-name-reopened = Upptagen igen

## Fråga vad det gäller

scope-amount-title = Hur mycket som finns
scope-rule = Frågan får bara ställas när det finns många uppgifter, bara vid tillgång och bara en gång (skäl 63).
scope-amount-da = Hur mycket vi har, på danska. Det fortsätter ”Det er mange: …”
scope-amount-sv = Hur mycket vi har. Det fortsätter ”Det är många: …”
scope-amount-en = Hur mycket vi har, på engelska. Det fortsätter ”There is a lot of it: …”
scope-amount-hint = Slag och antal: systemen, åren, raderna.
scope-question-title = Vad du frågar
scope-question-da = Frågan, på danska
scope-question-sv = Frågan
scope-question-en = Frågan, på engelska
scope-question-hint = En fråga. Brevet säger självt att man också kan svara ”allt”.
scope-meanwhile-title = Vad personen får under tiden
scope-others = De här begärandena går vidare:
scope-meanwhile-da = Vad som besvaras redan nu, på danska
scope-meanwhile-sv = Vad som besvaras redan nu
scope-meanwhile-en = Vad som besvaras redan nu, på engelska
scope-meanwhile-hint = Det som inte kräver svar på frågan. Lämna fältet tomt om det inte finns något.
ui-needed-everything = Du kan svara ”allt”. Skriv det i ett meddelande här nedanför.
need-words-amount = Skriv hur mycket som finns.
need-words-question = Skriv frågan.

## Ta ställning till en paus

pause-what = Vad som görs nu
pause-choice-answer = Svara
pause-choice-answer-more = Tiden löper igen från och med i dag. Personen får veta datumet.
pause-choice-answer-done = svara
pause-choice-refuse = Avslå, eller säg att personen inte kan identifieras
pause-choice-refuse-more = Tiden löper igen från och med i dag. Du skriver svaret härnäst; det nämner tillsynsmyndigheten och domstolen.
pause-choice-refuse-done = avslå
pause-choice-extend = Förläng
pause-choice-extend-more = Tiden löper igen från och med i dag. Du skriver brevet härnäst.
pause-choice-extend-done = förläng
pause-choice-keep_pausing = Vänta vidare
pause-choice-keep_pausing-more = Personen får veta att vi väntar och att inget avslutas före { $date }.
pause-choice-keep_pausing-done = vänta vidare
pause-reason = Varför
pause-reason-hint = Sparas i historiken. Det står inte i brevet.
pause-do = Spara beslutet
pause-known = Vad vi väntar på
pause-asked = Frågat
pause-reminded =
    { $n ->
        [0] ingen påminnelse ännu
        [one] { $n } påminnelse
       *[other] { $n } påminnelser
    }
pause-decide_by = Ta ställning senast
pause-lapses = Kan avslutas från
error-pause-choice = Välj vad som ska göras
ui-next-decide_pause = Ta ställning till pausen
ui-next-decide_pause-why = En GDPR-ansvarig tar ställning senast { $date }. Därefter hinner ni inte svara, avslå eller förlänga före datumet utan paus.
ui-next-lapse = Avsluta, svaret uteblev
ui-next-lapse-why = Frågat den { $day }, påmint två gånger. En GDPR-ansvarig kan avsluta.
lapse-lead = Begärandena avslutas utan svar. Brevet säger hur personen kan gå vidare och var man kan klaga.

## Att ta tillbaka

undo_extension-lead = Brevet har inte skickats. Det tas tillbaka tillsammans med förlängningen och ingen får besked.
undo_extension-lead-told = Brevet har skickats. En rättelse följer: det gamla datumet gäller igen.
reopen-lead = Begäran börjar om från början med sin gamla tidsfrist. Länkar till det som skickades stängs.
amend-due = Sista dag därefter
amend-until = Kan öppnas igen till och med
with-reason = Varför
with-reason-hint = Sparas i historiken. Det står inte i brevet.

did-ask_scope = Frågan till personen är skriven
did-decide_pause = Beslutet om pausen är sparat
did-lapse = Begäran är avslutad och brevet är skrivet
did-undo_extension = Förlängningen är ångrad
did-reopen = Begäran är öppen igen och brevet är skrivet
