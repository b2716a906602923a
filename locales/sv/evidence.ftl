### Ett ärendes dokumentation till myndigheten.

evidence-title = Dokumentation för ärende { $reference }
evidence-made = Gjord
evidence-grounds = Skäl
evidence-words = Svaret i ord
evidence-letters = Brev och meddelanden så som de skickades
evidence-about = Arkivet innehåller allt som har hänt i ärendet: händelserna med den kedja de står i (events.json och evidence.html), brev och meddelanden (mappen letters), datumen och hur de har räknats ut (case.json) samt besluten med skäl (decisions.json). Det innehåller personuppgifter: förvara det därefter.
evidence-check = Så kan det kontrolleras
evidence-check-hashes = 1. Att ingen fil har ändrats: SHA256SUMS har SHA-256 för varje fil. På kommandoraden i den uppackade mappen: sha256sum -c SHA256SUMS. Två listor jämförs enklast på en annan väg, till exempel på telefon.
evidence-check-signature = 2. Att böckerna inte har skrivits om: chain/signed-head.jws är det nyaste signerade huvudet på den huvudbok som omfattar alla kedjor. Det är en Ed25519-signatur (JWS, EdDSA) som görs var 15:e minut och sparas utanför databasen. Den kontrolleras med chain/public-key.pem.
evidence-check-chain = 3. Att ingen händelse har ändrats, lagts till eller tagits bort: varje post i events.json har en hash med nyckel (mac) över sig själv och posten före. Nyckeln lämnas inte ut. Organisationen kör "indsigt audit verify" medan myndigheten ser på; de hashar som räknas ut ska vara de i events.json. "is_whole" säger vad det gav när arkivet gjordes.
evidence-check-words = 4. Att ett skäl skrevs när händelsen skedde: orden i en post är förseglade i kedjan, och sealed_sha256 är hashen av det förseglade.
evidence-check-letters = 5. Länkar och koder i brev har gjorts oläsliga sedan de skickades: inget i arkivet öppnar något.
