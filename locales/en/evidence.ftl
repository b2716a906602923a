### The evidence of a case, for the authority.

evidence-title = Evidence of case { $reference }
evidence-made = Made
evidence-grounds = Grounds
evidence-words = The answer in words
evidence-letters = Letters and messages as they were sent
evidence-about = This archive holds everything that happened in the case: the events with the chain they stand in (events.json and evidence.html), the letters and messages (the folder letters), the dates and how they were computed (case.json), and the decisions with their grounds (decisions.json). It holds personal data: keep it accordingly.
evidence-check = How to check it
evidence-check-hashes = 1. That no file was changed: SHA256SUMS has the SHA-256 of every file. On the command line, in the unpacked folder: sha256sum -c SHA256SUMS. Two lists of hashes are compared most easily over another channel, for example by phone.
evidence-check-signature = 2. That the house did not rewrite its books: chain/signed-head.jws is the newest signed head of the ledger that holds all chains, an Ed25519 signature (JWS, EdDSA) that is made every 15 minutes and kept outside the database. It is checked with chain/public-key.pem.
evidence-check-chain = 3. That no event was changed, added or removed: each entry in events.json has a keyed hash (mac) over itself and the one before. The key is not given out. The organisation runs "indsigt audit verify" in the presence of the authority; the hashes it recomputes must be those in events.json. "is_whole" says what that gave when this archive was made.
evidence-check-words = 4. That a reason was written when the event happened: the words of an entry are sealed in the chain, and sealed_sha256 is the hash of what is sealed.
evidence-check-letters = 5. Links and codes in letters have been blanked since they were sent: nothing in this archive opens anything.
