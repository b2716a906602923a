### En sags dokumentation til myndigheden.

evidence-title = Dokumentation for sag { $reference }
evidence-made = Lavet
evidence-grounds = Begrundelser
evidence-words = Svaret i ord
evidence-letters = Breve og beskeder, som de blev sendt
evidence-about = Arkivet rummer alt, hvad der er sket i sagen: hændelserne med den kæde, de står i (events.json og evidence.html), breve og beskeder (mappen letters), datoerne og hvordan de er regnet ud (case.json), og afgørelserne med begrundelse (decisions.json). Det rummer personoplysninger: pas på det derefter.
evidence-check = Sådan kan det efterprøves
evidence-check-hashes = 1. At ingen fil er ændret: SHA256SUMS har SHA-256 for hver fil. På kommandolinjen i den udpakkede mappe: sha256sum -c SHA256SUMS. To lister sammenlignes lettest ad en anden vej, for eksempel i telefonen.
evidence-check-signature = 2. At bøgerne ikke er skrevet om: chain/signed-head.jws er det nyeste underskrevne hoved på den hovedbog, der rummer alle kæder. Det er en Ed25519-underskrift (JWS, EdDSA), som laves hvert 15. minut og gemmes uden for databasen. Den efterprøves med chain/public-key.pem.
evidence-check-chain = 3. At ingen hændelse er ændret, tilføjet eller fjernet: hver post i events.json har en hash med nøgle (mac) over sig selv og posten før. Nøglen udleveres ikke. Organisationen kører "indsigt audit verify", mens myndigheden ser på; de hasher, der regnes ud, skal være dem i events.json. "is_whole" siger, hvad det gav, da arkivet blev lavet.
evidence-check-words = 4. At en begrundelse er skrevet, da hændelsen skete: ordene i en post er forseglet i kæden, og sealed_sha256 er hashen af det forseglede.
evidence-check-letters = 5. Link og koder i breve er gjort ulæselige, efter at de blev sendt: intet i arkivet åbner noget.
