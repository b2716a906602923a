### Registret över behandlingar (art. 30).

register-title = Register
register-lead = Vad vi använder människors uppgifter till, varför, tillsammans med vem och hur länge. Svar, brev och registret över behandlingar (artikel 30) hämtar sina ord här.

# avsnitt: flera och ett
register-section-register = Registret
register-section-contact = Kontaktpersoner
register-section-joint = Gemensamt personuppgiftsansvariga
register-section-customer = Kunder vi arbetar åt
register-section-product = Produkter och tjänster
register-section-subject = Personer
register-section-category = Slags uppgifter
register-section-recipient = Mottagare
register-section-transfer = Överföringar ut ur EU/EES
register-section-retention = Hur länge vi sparar
register-section-measure = Säkerhet
register-section-policy = Versioner av integritetspolicyn
register-section-activity = Aktiviteter
register-one-register = Registret
register-one-contact = Kontaktperson
register-one-joint = Gemensamt personuppgiftsansvarig
register-one-customer = Kund
register-one-product = Produkt eller tjänst
register-one-subject = Grupp av personer
register-one-category = Slags uppgifter
register-one-recipient = Mottagare
register-one-transfer = Överföring
register-one-retention = Regel för lagring
register-one-measure = Säkerhetsåtgärd
register-one-policy = Version av policyn
register-one-activity = Aktivitet

# fält
register-field-code = Kod
register-field-name = Namn
register-field-controllers = Organisationer
register-field-languages = Språk
register-field-backup_days = Dagar tills säkerhetskopior har skrivits över
register-field-kind = Vad de är
register-field-email = E-post
register-field-phone = Telefon
register-field-postal = Postadress
register-field-number = Organisationsnummer
register-field-country = Land (två bokstäver)
register-field-arrangement = Arrangemanget i stora drag
register-field-contact = Kontaktpunkt för människor
register-field-agreement = Avtal och datum
register-field-recipient_agreement = Vad som binder mottagaren
register-field-may_be_named = Människor får veta vem det är
register-field-label = Namn som människor ser
register-field-retention_label = Regeln i ord
register-field-personal_number = Personnummer eller liknande
register-field-special = Känsliga uppgifter (artikel 9) eller lagöverträdelser (artikel 10)
register-field-likeness = Bilder, röst eller biometri
register-field-online = Identifierare på nätet
register-field-does = Vad mottagaren gör
register-field-recipient = Mottagare
register-field-mechanism = Varför det är tillåtet
register-field-from = Första dag
register-field-until = Sista dag
register-field-words = Med ord
register-field-transfer_words = Skyddsåtgärder, och var man kan få en kopia
register-field-measure_words = Vad som görs
register-field-starts = Räknas från
register-field-period = Period
register-field-years = År
register-field-months = Månader
register-field-days = Dagar
register-field-running_year = Sparas till slutet av det kalenderår då perioden tar slut
register-field-basis = Rättslig grund
register-field-retention_basis = Lag eller skäl
register-field-ground = Grund för att behålla trots begäran om radering
register-field-precedence = Vilken regel som vinner (det högsta talet)
register-field-then = Vad som händer sedan
register-field-version = Version
register-field-address = Var den kan läsas
register-field-role = Vår roll
register-field-customers = Kunder vi gör det åt
register-field-joint = Gemensamt personuppgiftsansvariga
register-field-products = Produkter och tjänster
register-field-purposes = Vad det är till för
register-field-subjects = Personer
register-field-categories = Slags uppgifter
register-field-article_6 = Artikel 6.1
register-field-article_9 = Artikel 9.2
register-field-marketing = Direkt marknadsföring
register-field-source = Varifrån uppgifterna kommer, om inte från personen själv
register-field-retention = Regler för lagring
register-field-recipients = Mottagare
register-field-measures = Säkerhet
register-field-automated = Automatiserade beslut
register-field-decides = Den beslutar ensam, med rättslig eller liknande följd (artikel 22)
register-field-logic = Hur det fungerar
register-field-significance = Vad det betyder för personen
register-field-nothing_held = Varför vi inte har något
register-field-not_identifiable = Varför personer inte kan identifieras
register-field-self_service = Hur man själv kan se eller rätta
register-field-made_public = En del av det offentliggörs
register-field-systems = Var uppgifterna finns

# vad som är fel
register-problem-twice = Koden ”{ $detail }” står två gånger. Ge den ena en annan kod.
register-problem-bad_code = ”{ $detail }” är ingen kod. Använd bokstäverna a–z, siffror, bindestreck och understreck.
register-problem-unknown = { $field }: ”{ $detail }” finns inte. Lägg till den, eller välj en annan.
register-problem-no_text = { $field }: det saknas en text på { $detail ->
        [da] danska
        [sv] svenska
       *[en] engelska
    }.
register-problem-empty = { $field }: det står ingenting.
register-problem-lapsed = { $field }: inget tillåter överföringen i dag. Sista dag: { $detail ->
        [none] ingen
       *[other] { $detail }
    }.
register-problem-no_special_ground = { $field }: känsliga uppgifter kräver en grund i artikel 9.2.
register-problem-no_agreement = { $field }: inget avtal är antecknat.
register-problem-not_configured = { $field }: ”{ $detail }” är ingen organisation i den här installationen.
register-problem-bad_country = { $field }: ”{ $detail }” är inget land. Skriv två stora bokstäver, till exempel SE.

# val
register-role-controller = Personuppgiftsansvarig
register-role-joint = Gemensamt personuppgiftsansvarig
register-role-processor = Personuppgiftsbiträde
register-contact-dpo = Dataskyddsombud
register-contact-responsible = Ansvarig person
register-contact-deputy = Ersättare
register-contact-representative = Företrädare i EU
register-recipient-processor = Personuppgiftsbiträde
register-recipient-controller = Bestämmer själv
register-recipient-joint = Gemensamt personuppgiftsansvarig
register-recipient-authority = Myndighet
register-recipient-public = Allmänheten
register-agreement-processing = Personuppgiftsbiträdesavtal
register-agreement-terms = Standardvillkor
register-agreement-arrangement = Arrangemang (artikel 26)
register-agreement-law = En lag
register-agreement-consent = Personens samtycke
register-agreement-none = Inget behövs
register-agreement-missing = Saknas eller okänt
register-mechanism-adequacy = Kommissionen har funnit skyddet adekvat (artikel 45)
register-mechanism-dpf = EU–US Data Privacy Framework (artikel 45)
register-mechanism-privacy_shield = EU–US Privacy Shield (upphävt 16 juli 2020)
register-mechanism-scc = Standardavtalsklausuler (artikel 46)
register-mechanism-bcr = Bindande företagsbestämmelser (artikel 47)
register-mechanism-derogation = Ett undantag i en särskild situation (artikel 49)
register-mechanism-none = Inget känt
register-starts-collected = Den dag uppgifterna kom
register-starts-last_contact = Den senaste kontakten
register-starts-relation_ended = Relationens slut
register-starts-withdrawn = Den dag samtycket återkallades eller någon avregistrerade sig
register-starts-financial_year_ended = Räkenskapsårets slut
register-starts-scheme_left = Den dag någon lämnade tjänsten
register-starts-survey_done = Den dag undersökningen var klar
register-starts-claim_ended = Kravets slut
register-starts-purpose_ended = Ändamålets slut
register-then-erase = Raderas
register-then-anonymise = Görs anonyma
register-then-review = Granskas av en person
register-article_6-a = Samtycke (a)
register-article_6-b = Avtal (b)
register-article_6-c = Rättslig förpliktelse (c)
register-article_6-d = Grundläggande intressen (d)
register-article_6-e = Uppgift av allmänt intresse (e)
register-article_6-f = Berättigat intresse (f)
register-article_9-a = Uttryckligt samtycke (a)
register-article_9-b = Arbetsrätt och social trygghet (b)
register-article_9-c = Grundläggande intressen (c)
register-article_9-d = Föreningar (d)
register-article_9-e = Offentliggjort av personen själv (e)
register-article_9-f = Rättsliga anspråk (f)
register-article_9-g = Viktigt allmänt intresse (g)
register-article_9-h = Hälso- och sjukvård (h)
register-article_9-i = Folkhälsa (i)
register-article_9-j = Arkiv, forskning, statistik (j)
register-lang-da = Danska
register-lang-sv = Svenska
register-lang-en = Engelska

# sidorna
ui-register-file = Hämta som fil (TOML)
ui-register-version = { $name }, version { $version }
ui-register-history = Versioner
ui-register-whole = Organisationer, språk, säkerhetskopior
ui-register-whole-is = Ingenting saknas, och alla överföringar är tillåtna i dag.
ui-register-problems = Att åtgärda
ui-register-problem-count =
    { $n ->
        [one] { $n } sak
       *[other] { $n } saker
    }
ui-register-sections = Vad som finns i det
ui-register-section = Avsnitt
ui-register-count = Antal
ui-register-others = Andra register:
ui-register-none = Det finns inget register ännu
ui-register-none-more = Utan ett register kan inget svar med uppgifter skickas: det säger vad uppgifterna används till.
ui-register-begin = Börja ett nytt register
ui-register-new = Ett nytt register
ui-register-send = Skicka en fil
ui-register-send-file = Ett register som TOML
ui-register-send-hint = Den blir nästa version av registret som den nämner. Fel nämns med sin rad.
ui-register-send-do = Spara som nästa version
ui-register-back = Tillbaka till registret
ui-register-add = Lägg till
ui-register-empty = Här finns ingenting ännu
ui-register-changed = Vad någon annan ändrade under tiden
ui-register-rights = Grunderna ger utrymme för dessa rättigheter:
ui-register-no-choice = Det finns inget att välja ännu.
ui-register-what = Vad ändrade du?
ui-register-what-hint = Det står i listan över versioner. Nämn inga personer.
ui-register-save = Spara som version { $version }
ui-register-remove = Ta bort detta
ui-register-added = Nytt
ui-register-gone = Borta
ui-register-elsewhere = { $section } ”{ $code }”: { $what }
error-register-choose = Välj en
error-register-number = Skriv ett tal eller ingenting
error-register-stale = Någon annan har sparat en version under tiden. Det du skrev står kvar här. Se vad som ändrades, och spara igen.
error-register-elsewhere = En av dessa organisationer har ett annat register
error-register-used = { $section } ”{ $code }” hänvisar till det: { $field }. Ändra det först.
error-register-file = Rad { $line }: { $what }

# registret enligt art. 30
ui-article-30 = Register över behandlingar (artikel 30)
ui-a30-title = Register över behandlingar: { $controller }
ui-a30-from = Ur registret { $name }, version { $version }, per { $day }
ui-a30-who = Vem som ansvarar
ui-a30-controller = Vad vi själva bestämmer (artikel 30.1)
ui-a30-processor = Vad vi gör åt andra (artikel 30.2)
ui-a30-purposes = (b) Ändamål
ui-a30-subjects = (c) Personer
ui-a30-categories = (c) Slags uppgifter
ui-a30-recipients = (d) Mottagare
ui-a30-transfers = Överföringar ut ur EU/EES
ui-a30-no-transfers = Inga.
ui-a30-lapsed = Gäller inte i dag
ui-a30-limits = (f) Tidsfrister för radering
ui-a30-measures = Säkerhetsåtgärder
ui-a30-behalf = (a) På uppdrag av
ui-a30-processing = (b) Vad som görs
