### What the pages say beside their own words: while a form is filled in, and when a step cannot be taken.

## The person's form
error-draft-gone = Vi gemmer svar, der ikke er sendt, i to timer. Der er ikke flere fra dig, så begynd forfra. Det, du skrev sidst, er gemt.
error-form-other = Du har skrevet i et andet vindue imens. Se igennem, hvad der står her, og gå videre.
error-form-cut = Vi fik ikke det hele. Send det igen.
error-too-slow = Det tog for lang tid at nå frem. Prøv igen, eller send en mindre fil.
error-website = Et felt, der skal være tomt, var udfyldt, måske af din browser. Nu er det tomt igen: gå bare videre.
error-characters = Her er tegn, der ikke kan vises. Skriv det igen i hånden.
ui-error-409-title = Du har allerede sendt formularen
ui-error-409-body = Det, der kom lige nu, er en anden udgave af den. Vi har beholdt den første. Vil du tilføje noget, så skriv det på sagens side.
ui-see-receipt = Se kvitteringen

## The person's case
error-code-not_right = Koden er ikke rigtig, eller den er for gammel. Se efter igen, eller få en ny.
error-text-long = Gør teksten kortere. Der er plads til { $max } tegn.
error-case-files =
    { $n ->
        [one] En sag kan rumme { $n } fil og { $max } MB i alt. Send resten på papir, eller spørg os.
       *[other] En sag kan rumme { $n } filer og { $max } MB i alt. Send resten på papir, eller spørg os.
    }
error-withdraw-none = Vælg, hvad du vil trække tilbage
error-case-moved = Det kan ikke længere lade sig gøre: sagen er kommet videre imens. Sådan står den nu.
error-case-refused = Det kan ikke lade sig gøre i denne sag. Skriv til os her, hvis du har brug for hjælp.
error-answer-away = Du var væk i mere end en halv time. Skriv koden igen.
ui-find-over = Åbn din sag med sagsnummer og kode. Hvis du havde den åben, har vi lukket den efter en halv time for at beskytte dig.
ui-find-left = Du er logget ud af sagen.
ui-find-code = Vi har sendt dig en kode. Åbn først din sag, og skriv så koden der.
ui-undone = Vi har taget din anmodning op igen
ui-needed-code = Vis os, at det er dig. Vi har sendt en mail til den adresse, vi havde i forvejen.
ui-file-page-open = Åbn siden
ui-new-code-ask = Vil du have en ny kode?
ui-new-code-ask-more = Tryk på knappen, så viser vi dig den nye kode. Den gamle holder op med at virke.
ui-new-code-do = Vis mig en ny kode
ui-new-code-done = Her er din nye kode
ui-new-code-done-more = Skriv den ned, eller print siden. Den vises kun her, og den gamle kode virker ikke mere.
ui-new-code-closed = Linket er lukket
ui-new-code-closed-more = Det er brugt eller for gammelt. Bed om et nyt.
ui-desk-error-409 = Den formular er sendt før

## Inviting staff, and forms that are too large
error-email = Skriv en mailadresse, for eksempel navn@example.dk
error-email-taken = Der er allerede en, der logger ind med den adresse
error-name = Skriv et navn på højst 200 tegn
error-roles = Vælg mindst én rolle
error-too-large = Formularen er for stor

## The demo's own page
ui-demo-title = Prøv demoen
ui-demo-more = Alt her er opdigtet. Bed om noget i formularen, arbejd med sagen som medarbejder, og læs de mails, der er sendt imellem.
ui-demo-sign_ins = Logins
ui-demo-digits = Seks cifre lige nu
ui-demo-once = En kode gælder én gang for hver person og skifter hvert halve minut. Er den brugt, så vent på den næste, og genindlæs siden.
notice-code_replaced = Der er lavet en ny kode til sagen via din bekræftede mailadresse. Den gamle virker ikke mere. Var det ikke dig, så skriv til os her.
