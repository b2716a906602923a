### What the pages say beside their own words: while a form is filled in, and when a step cannot be taken.

## The person's form
error-draft-gone = Vi sparar svar som inte har skickats i två timmar. Det finns inga kvar från dig, så börja om. Det du skrev senast är sparat.
error-form-other = Du har skrivit i ett annat fönster under tiden. Läs igenom det som står här och gå vidare.
error-form-cut = Allt kom inte fram till oss. Skicka det igen.
error-too-slow = Det tog för lång tid att nå fram. Försök igen eller skicka en mindre fil.
error-website = Ett fält som ska vara tomt var ifyllt, kanske av din webbläsare. Nu är det tomt igen: gå bara vidare.
error-characters = Här finns tecken som inte kan visas. Skriv det igen för hand.
ui-error-409-title = Du har redan skickat formuläret
ui-error-409-body = Det som kom nyss är en annan version av det. Vi har behållit den första. Vill du lägga till något, skriv det på ärendets sida.
ui-see-receipt = Se kvittot

## The person's case
error-code-not_right = Koden stämmer inte eller är för gammal. Kontrollera den eller hämta en ny.
error-text-long = Korta texten. Det finns plats för { $max } tecken.
error-case-files =
    { $n ->
        [one] Ett ärende rymmer { $n } fil och { $max } MB totalt. Skicka resten på papper eller fråga oss.
       *[other] Ett ärende rymmer { $n } filer och { $max } MB totalt. Skicka resten på papper eller fråga oss.
    }
error-withdraw-none = Välj vad du vill ta tillbaka
error-case-moved = Det går inte längre: ärendet har gått vidare under tiden. Så här ser det ut nu.
error-case-refused = Det går inte i det här ärendet. Skriv till oss här om du behöver hjälp.
error-answer-away = Du var borta i mer än en halvtimme. Skriv koden igen.
ui-find-over = Öppna ditt ärende med ärendenummer och kod. Om du hade det öppet har vi stängt det efter en halvtimme för att skydda dig.
ui-find-left = Du är utloggad från ärendet.
ui-find-code = Vi har skickat en kod till dig. Öppna först ditt ärende och skriv sedan koden där.
ui-undone = Vi har tagit upp din begäran igen
ui-needed-code = Visa oss att det är du. Vi har skickat ett mejl till den adress vi redan hade.
ui-file-page-open = Öppna sidan
ui-new-code-ask = Vill du ha en ny kod?
ui-new-code-ask-more = Tryck på knappen så visar vi den nya koden. Den gamla slutar fungera.
ui-new-code-do = Visa en ny kod
ui-new-code-done = Här är din nya kod
ui-new-code-done-more = Skriv ner den eller skriv ut sidan. Den visas bara här, och den gamla koden fungerar inte längre.
ui-new-code-closed = Länken är stängd
ui-new-code-closed-more = Den har använts eller är för gammal. Be om en ny.
ui-desk-error-409 = Det formuläret är redan skickat

## Inviting staff, and forms that are too large
error-email = Skriv en e-postadress, till exempel namn@example.se
error-email-taken = Någon loggar redan in med den adressen
error-name = Skriv ett namn på högst 200 tecken
error-roles = Välj minst en roll
error-too-large = Formuläret är för stort

## The demo's own page
ui-demo-title = Prova demon
ui-demo-more = Allt här är påhittat. Be om något i formuläret, handlägg ärendet som medarbetare och läs de mejl som har skickats däremellan.
ui-demo-sign_ins = Inloggningar
ui-demo-digits = Sex siffror just nu
ui-demo-once = En kod gäller en gång per person och byts varje halvminut. Är den redan använd, vänta på nästa och ladda om sidan.
notice-code_replaced = En ny kod till ärendet har gjorts via din bekräftade e-postadress. Den gamla fungerar inte längre. Var det inte du, skriv till oss här.
