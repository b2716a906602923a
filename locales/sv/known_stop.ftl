### Ett stopp från en känd adress, och väntan innan något skickas.

subject-stop_lifted = Vi har undersökt saken och går vidare
letter-name-known_notice = Besked till en känd adress
letter-name-stop_lifted = Ärendet går vidare efter ett stopp

ui-stop-ask = Var det inte du?
ui-stop-ask-more = Någon har i ditt namn bett oss om något som gäller dina uppgifter. Om det inte var du kan du stoppa det här. Då skickar vi inget till någon förrän vi har undersökt saken.
ui-stop-do = Det var inte jag. Stoppa det
ui-stop-you = Var det du?
ui-stop-you-more = Då behöver du inte göra något. Stäng sidan.
ui-stop-done = Det är stoppat
ui-stop-done-more = Vi skickar inget till någon. Någon hos oss undersöker saken nu och skriver kanske till dig på den här adressen.
ui-stop-closed = Länken fungerar inte
ui-stop-closed-more = Den är för gammal eller så saknas en del av den. Om du inte har bett oss om något kan du ringa eller skriva till oss.
ui-stop-call = Du kan också ringa oss på { $phone }.

stop_lifted-lead = Inget skickas så länge ärendet är stoppat. Undersök saken först: vem skrev, vem stoppade och vem har rätt. Får ärendet gå vidare, skriv varför. Annars kan du avslå det eller säga att personen inte kan identifieras.
need-notice_unsent = Ett besked till en annan känd adress har inte gått iväg ännu. Vänta ett ögonblick och försök igen.
need-notice_hold = En annan känd adress har fått veta att ett svar ska skickas. Den som läser e-post där kan stoppa det till { $date }, { $time }. Därefter kan det skickas.

event-stop_lifted-do = Låt ärendet gå vidare
event-stop_lifted-done = Stoppet hävdes: { $reason }
event-stop_lifted-done_bare = Stoppet hävdes
event-known_notice-done = En annan känd adress fick besked med en länk som stoppar ärendet
did-stop_lifted = Ärendet går vidare och den som stoppade det får besked
