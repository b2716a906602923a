### Fortegnelsen over behandlinger (art. 30).

register-title = Fortegnelse
register-lead = Hvad vi bruger folks oplysninger til, hvorfor, sammen med hvem og hvor længe. Svar, breve og fortegnelsen over behandlinger (artikel 30) henter deres ord her.

# afsnit: flere og én
register-section-register = Fortegnelsen
register-section-contact = Kontaktpersoner
register-section-joint = Fælles dataansvarlige
register-section-customer = Kunder, vi arbejder for
register-section-product = Produkter og tjenester
register-section-subject = Personer
register-section-category = Slags oplysninger
register-section-recipient = Modtagere
register-section-transfer = Overførsler ud af EU/EØS
register-section-retention = Hvor længe vi gemmer
register-section-measure = Sikkerhed
register-section-policy = Udgaver af privatlivspolitikken
register-section-activity = Aktiviteter
register-one-register = Fortegnelsen
register-one-contact = Kontaktperson
register-one-joint = Fælles dataansvarlig
register-one-customer = Kunde
register-one-product = Produkt eller tjeneste
register-one-subject = Gruppe af personer
register-one-category = Slags oplysninger
register-one-recipient = Modtager
register-one-transfer = Overførsel
register-one-retention = Regel for opbevaring
register-one-measure = Sikkerhedsforanstaltning
register-one-policy = Udgave af politikken
register-one-activity = Aktivitet

# felter
register-field-code = Kode
register-field-name = Navn
register-field-controllers = Organisationer
register-field-languages = Sprog
register-field-backup_days = Dage, til sikkerhedskopier er overskrevet
register-field-kind = Hvad de er
register-field-email = E-mail
register-field-phone = Telefon
register-field-postal = Postadresse
register-field-number = CVR-nummer
register-field-country = Land (to bogstaver)
register-field-arrangement = Ordningen i hovedtræk
register-field-contact = Kontaktpunkt for folk
register-field-agreement = Aftale og dato
register-field-recipient_agreement = Hvad der binder modtageren
register-field-may_be_named = Folk må få at vide, hvem det er
register-field-label = Navn, som folk ser
register-field-retention_label = Reglen i ord
register-field-personal_number = CPR-numre eller lignende
register-field-special = Følsomme oplysninger (artikel 9) eller strafbare forhold (artikel 10)
register-field-likeness = Billeder, stemme eller biometri
register-field-online = Identifikatorer på nettet
register-field-does = Hvad modtageren gør
register-field-recipient = Modtager
register-field-mechanism = Hvorfor det er tilladt
register-field-from = Første dag
register-field-until = Sidste dag
register-field-words = Med ord
register-field-transfer_words = Garantier, og hvor man kan få en kopi
register-field-measure_words = Hvad der gøres
register-field-starts = Regnes fra
register-field-period = Periode
register-field-years = År
register-field-months = Måneder
register-field-days = Dage
register-field-running_year = Gemmes året ud, hvor perioden slutter
register-field-basis = Hjemmel
register-field-retention_basis = Lov eller grund
register-field-ground = Grund til at beholde, selv om nogen beder om sletning
register-field-precedence = Hvilken regel vinder (det højeste tal)
register-field-then = Hvad der så sker
register-field-version = Udgave
register-field-address = Hvor den kan læses
register-field-role = Vores rolle
register-field-customers = Kunder, vi gør det for
register-field-joint = Fælles dataansvarlige
register-field-products = Produkter og tjenester
register-field-purposes = Hvad det er til
register-field-subjects = Personer
register-field-categories = Slags oplysninger
register-field-article_6 = Artikel 6, stk. 1
register-field-article_9 = Artikel 9, stk. 2
register-field-marketing = Direkte markedsføring
register-field-source = Hvor oplysningerne kommer fra, hvis ikke fra personen selv
register-field-retention = Regler for opbevaring
register-field-recipients = Modtagere
register-field-measures = Sikkerhed
register-field-automated = Automatiske afgørelser
register-field-decides = Den afgør alene, med retsvirkning eller lignende (artikel 22)
register-field-logic = Hvordan det virker
register-field-significance = Hvad det betyder for personen
register-field-nothing_held = Hvorfor vi ikke har noget
register-field-not_identifiable = Hvorfor personer ikke kan genkendes
register-field-self_service = Hvordan man selv kan se eller rette
register-field-made_public = Noget af det offentliggøres
register-field-systems = Hvor oplysningerne er

# hvad der er galt
register-problem-twice = Koden “{ $detail }” står to gange. Giv den ene en anden kode.
register-problem-bad_code = “{ $detail }” er ikke en kode. Brug bogstaverne a–z, tal, bindestreg og understreg.
register-problem-unknown = { $field }: “{ $detail }” findes ikke. Tilføj den, eller vælg en anden.
register-problem-no_text = { $field }: der mangler en tekst på { $detail ->
        [da] dansk
        [sv] svensk
       *[en] engelsk
    }.
register-problem-empty = { $field }: der står ikke noget.
register-problem-lapsed = { $field }: intet tillader overførslen i dag. Sidste dag: { $detail ->
        [none] ingen
       *[other] { $detail }
    }.
register-problem-no_special_ground = { $field }: følsomme oplysninger kræver en hjemmel i artikel 9, stk. 2.
register-problem-no_agreement = { $field }: der er ikke noteret nogen aftale.
register-problem-not_configured = { $field }: “{ $detail }” er ikke en organisation i denne installation.
register-problem-bad_country = { $field }: “{ $detail }” er ikke et land. Skriv to store bogstaver, for eksempel DK.

# valg
register-role-controller = Dataansvarlig
register-role-joint = Fælles dataansvarlig
register-role-processor = Databehandler
register-contact-dpo = Databeskyttelsesrådgiver
register-contact-responsible = Ansvarlig person
register-contact-deputy = Stedfortræder
register-contact-representative = Repræsentant i EU
register-recipient-processor = Databehandler
register-recipient-controller = Bestemmer selv
register-recipient-joint = Fælles dataansvarlig
register-recipient-authority = Offentlig myndighed
register-recipient-public = Offentligheden
register-agreement-processing = Databehandleraftale
register-agreement-terms = Standardvilkår
register-agreement-arrangement = Ordning (artikel 26)
register-agreement-law = En lov
register-agreement-consent = Personens samtykke
register-agreement-none = Ingen nødvendig
register-agreement-missing = Mangler eller ukendt
register-mechanism-adequacy = Kommissionen har fundet beskyttelsen tilstrækkelig (artikel 45)
register-mechanism-dpf = EU–US Data Privacy Framework (artikel 45)
register-mechanism-privacy_shield = EU–US Privacy Shield (annulleret 16. juli 2020)
register-mechanism-scc = Standardkontraktbestemmelser (artikel 46)
register-mechanism-bcr = Bindende virksomhedsregler (artikel 47)
register-mechanism-derogation = En undtagelse i en særlig situation (artikel 49)
register-mechanism-none = Ingen kendt
register-starts-collected = Den dag oplysningerne kom
register-starts-last_contact = Den seneste kontakt
register-starts-relation_ended = Forholdets ophør
register-starts-withdrawn = Den dag samtykket blev trukket tilbage, eller nogen meldte sig fra
register-starts-financial_year_ended = Regnskabsårets udgang
register-starts-scheme_left = Den dag ordningen blev forladt
register-starts-survey_done = Den dag undersøgelsen var færdig
register-starts-claim_ended = Kravets afslutning
register-starts-purpose_ended = Formålets ophør
register-then-erase = Slettes
register-then-anonymise = Gøres anonymt
register-then-review = Ses på af en person
register-article_6-a = Samtykke (a)
register-article_6-b = Aftale (b)
register-article_6-c = Retlig forpligtelse (c)
register-article_6-d = Vitale interesser (d)
register-article_6-e = Opgave i samfundets interesse (e)
register-article_6-f = Legitim interesse (f)
register-article_9-a = Udtrykkeligt samtykke (a)
register-article_9-b = Arbejds- og socialret (b)
register-article_9-c = Vitale interesser (c)
register-article_9-d = Foreninger (d)
register-article_9-e = Offentliggjort af personen selv (e)
register-article_9-f = Retskrav (f)
register-article_9-g = Væsentlige samfundsinteresser (g)
register-article_9-h = Sundhed og pleje (h)
register-article_9-i = Folkesundhed (i)
register-article_9-j = Arkiv, forskning, statistik (j)
register-lang-da = Dansk
register-lang-sv = Svensk
register-lang-en = Engelsk

# siderne
ui-register-file = Hent som fil (TOML)
ui-register-version = { $name }, udgave { $version }
ui-register-history = Udgaver
ui-register-whole = Organisationer, sprog, sikkerhedskopier
ui-register-whole-is = Der mangler ikke noget, og alle overførsler er tilladt i dag.
ui-register-problems = Skal rettes
ui-register-problem-count =
    { $n ->
        [one] { $n } ting
       *[other] { $n } ting
    }
ui-register-sections = Hvad der er i den
ui-register-section = Afsnit
ui-register-count = Antal
ui-register-others = Andre fortegnelser:
ui-register-none = Der er ingen fortegnelse endnu
ui-register-none-more = Uden den kan intet svar med oplysninger sendes: den siger, hvad oplysningerne bruges til.
ui-register-begin = Begynd en ny fortegnelse
ui-register-new = En ny fortegnelse
ui-register-send = Send en fil
ui-register-send-file = En fortegnelse som TOML
ui-register-send-hint = Den bliver næste udgave af den fortegnelse, den nævner. Fejl nævnes med deres linje.
ui-register-send-do = Gem som næste udgave
ui-register-back = Tilbage til fortegnelsen
ui-register-add = Tilføj
ui-register-empty = Her er ikke noget endnu
ui-register-changed = Hvad en anden ændrede imens
ui-register-rights = Hjemlen giver plads til disse rettigheder:
ui-register-no-choice = Der er ikke noget at vælge endnu.
ui-register-what = Hvad ændrede du?
ui-register-what-hint = Det står i listen over udgaver. Nævn ingen personer.
ui-register-save = Gem som udgave { $version }
ui-register-remove = Fjern dette
ui-register-added = Nyt
ui-register-gone = Væk
ui-register-elsewhere = { $section } “{ $code }”: { $what }
error-register-choose = Vælg en
error-register-number = Skriv et tal eller ingenting
error-register-stale = En anden har gemt en udgave imens. Det, du skrev, står her stadig. Se, hvad der blev ændret, og gem igen.
error-register-elsewhere = En af disse organisationer har en anden fortegnelse
error-register-used = { $section } “{ $code }” henviser til det: { $field }. Ret det først.
error-register-file = Linje { $line }: { $what }

# fortegnelsen efter art. 30
ui-article-30 = Fortegnelse over behandlinger (artikel 30)
ui-a30-title = Fortegnelse over behandlinger: { $controller }
ui-a30-from = Fra fortegnelsen { $name }, udgave { $version }, pr. { $day }
ui-a30-who = Hvem der har ansvaret
ui-a30-controller = Hvad vi selv bestemmer (artikel 30, stk. 1)
ui-a30-processor = Hvad vi gør for andre (artikel 30, stk. 2)
ui-a30-purposes = (b) Formål
ui-a30-subjects = (c) Personer
ui-a30-categories = (c) Slags oplysninger
ui-a30-recipients = (d) Modtagere
ui-a30-transfers = Overførsler ud af EU/EØS
ui-a30-no-transfers = Ingen.
ui-a30-lapsed = Gælder ikke i dag
ui-a30-limits = (f) Tidsfrister for sletning
ui-a30-measures = Sikkerhedsforanstaltninger
ui-a30-behalf = (a) På vegne af
ui-a30-processing = (b) Hvad der gøres
