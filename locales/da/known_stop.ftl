### Et stop fra en kendt adresse, og ventetiden, før noget bliver sendt.

subject-stop_lifted = Vi har set på det og går videre
letter-name-known_notice = Besked til en kendt adresse
letter-name-stop_lifted = Sagen går videre efter et stop

ui-stop-ask = Var det ikke dig?
ui-stop-ask-more = Nogen har i dit navn bedt os om noget, der gælder dine oplysninger. Var det ikke dig, så stop det her. Så sender vi ikke noget til nogen, før vi har set på det.
ui-stop-do = Det var ikke mig. Stop det
ui-stop-you = Var det dig?
ui-stop-you-more = Så skal du ikke gøre noget. Luk siden.
ui-stop-done = Det er stoppet
ui-stop-done-more = Vi sender ikke noget til nogen. Nogen hos os ser på det nu og skriver måske til dig på denne adresse.
ui-stop-closed = Linket virker ikke
ui-stop-closed-more = Det er for gammelt, eller der mangler noget af det. Har du ikke bedt os om noget, så ring eller skriv til os.
ui-stop-call = Du kan også ringe til os på { $phone }.

stop_lifted-lead = Intet bliver sendt, så længe sagen er stoppet. Undersøg det først: hvem skrev, hvem stoppede, og hvem har ret. Må sagen gå videre, så skriv hvorfor. Ellers afslå den, eller sig, at personen ikke kan identificeres.
need-notice_unsent = En besked til en anden kendt adresse er ikke afsendt endnu. Vent et øjeblik, og prøv igen.
need-notice_hold = En anden kendt adresse har fået at vide, at der bliver sendt et svar. Den, der læser mail dér, kan stoppe det indtil { $date }, { $time }. Derefter kan det sendes.

event-stop_lifted-do = Lad sagen gå videre
event-stop_lifted-done = Stoppet blev ophævet: { $reason }
event-stop_lifted-done_bare = Stoppet blev ophævet
event-known_notice-done = En anden kendt adresse fik besked med et link, der stopper sagen
did-stop_lifted = Sagen går videre, og den, der stoppede den, får besked
