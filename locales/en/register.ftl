### The register of processing (art. 30).

register-title = Register
register-lead = What we use people’s data for, why, with whom and how long. Answers, letters and the record of processing (Article 30) take their words from here.

# sections: several, and one
register-section-register = The register
register-section-contact = Contact persons
register-section-joint = Joint controllers
register-section-customer = Customers we work for
register-section-product = Products and services
register-section-subject = People
register-section-category = Kinds of data
register-section-recipient = Recipients
register-section-transfer = Transfers out of the EU/EEA
register-section-retention = How long we keep data
register-section-measure = Security
register-section-policy = Versions of the privacy policy
register-section-activity = Activities
register-one-register = The register
register-one-contact = Contact person
register-one-joint = Joint controller
register-one-customer = Customer
register-one-product = Product or service
register-one-subject = Group of people
register-one-category = Kind of data
register-one-recipient = Recipient
register-one-transfer = Transfer
register-one-retention = Retention rule
register-one-measure = Security measure
register-one-policy = Version of the policy
register-one-activity = Activity

# fields
register-field-code = Code
register-field-name = Name
register-field-controllers = Organisations
register-field-languages = Languages
register-field-backup_days = Days until backups are overwritten
register-field-kind = What they are
register-field-email = E-mail
register-field-phone = Phone
register-field-postal = Postal address
register-field-number = Company number
register-field-country = Country (two letters)
register-field-arrangement = The essence of the arrangement
register-field-contact = Contact point for people
register-field-agreement = Agreement and its date
register-field-recipient_agreement = What binds it
register-field-may_be_named = People may be told who it is
register-field-label = Name for people
register-field-retention_label = The rule in words
register-field-personal_number = National personal numbers
register-field-special = Special category (Article 9) or offences (Article 10)
register-field-likeness = Pictures, voice or biometrics
register-field-online = Online identifiers
register-field-does = What it does
register-field-recipient = Recipient
register-field-mechanism = Why it is allowed
register-field-from = First day
register-field-until = Last day
register-field-words = In words
register-field-transfer_words = Safeguards, and where a copy can be had
register-field-measure_words = What is done
register-field-starts = Counted from
register-field-period = Period
register-field-years = Years
register-field-months = Months
register-field-days = Days
register-field-running_year = Kept to the end of the calendar year it ends in
register-field-basis = Legal grounds
register-field-retention_basis = Law or reason
register-field-ground = Ground that keeps it although erasure is asked for
register-field-precedence = Which rule wins (the highest number)
register-field-then = What happens then
register-field-version = Version
register-field-address = Where it can be read
register-field-role = Our role
register-field-customers = Customers we do it for
register-field-joint = Joint controllers
register-field-products = Products and services
register-field-purposes = What it is for
register-field-subjects = People
register-field-categories = Kinds of data
register-field-article_6 = Article 6(1)
register-field-article_9 = Article 9(2)
register-field-marketing = Direct marketing
register-field-source = Where the data come from, if not from the person
register-field-retention = Retention rules
register-field-recipients = Recipients
register-field-measures = Security
register-field-automated = Automated decisions
register-field-decides = It decides alone, with legal or similar effect (Article 22)
register-field-logic = How it works
register-field-significance = What it means for the person
register-field-nothing_held = Why we hold nothing
register-field-not_identifiable = Why people cannot be identified
register-field-self_service = How people can see or correct it themselves
register-field-made_public = Some of it is made public
register-field-systems = Where the data are

# what is wrong
register-problem-twice = The code “{ $detail }” stands twice. Give one of them another code.
register-problem-bad_code = “{ $detail }” is no code. Use the letters a–z, digits, hyphen and underscore.
register-problem-unknown = { $field }: there is no “{ $detail }”. Add it, or choose another.
register-problem-no_text = { $field }: no text in { $detail ->
        [da] Danish
        [sv] Swedish
       *[en] English
    }.
register-problem-empty = { $field }: nothing is written.
register-problem-lapsed = { $field }: nothing allows this transfer today. Last day: { $detail ->
        [none] none
       *[other] { $detail }
    }.
register-problem-no_special_ground = { $field }: special categories need a ground in Article 9(2).
register-problem-no_agreement = { $field }: no agreement is recorded.
register-problem-not_configured = { $field }: “{ $detail }” is no organisation of this installation.
register-problem-bad_country = { $field }: “{ $detail }” is no country. Write two capital letters, such as DK.

# choices
register-role-controller = Controller
register-role-joint = Joint controller
register-role-processor = Processor
register-contact-dpo = Data protection officer
register-contact-responsible = Person responsible
register-contact-deputy = Deputy
register-contact-representative = Representative in the EU
register-recipient-processor = Processor
register-recipient-controller = Decides for itself
register-recipient-joint = Joint controller
register-recipient-authority = Public authority
register-recipient-public = The public
register-agreement-processing = Data processing agreement
register-agreement-terms = Standard terms
register-agreement-arrangement = Arrangement (Article 26)
register-agreement-law = A law
register-agreement-consent = The person’s consent
register-agreement-none = None needed
register-agreement-missing = Missing or unknown
register-mechanism-adequacy = The Commission found the protection adequate (Article 45)
register-mechanism-dpf = EU–US Data Privacy Framework (Article 45)
register-mechanism-privacy_shield = EU–US Privacy Shield (annulled on 16 July 2020)
register-mechanism-scc = Standard contractual clauses (Article 46)
register-mechanism-bcr = Binding corporate rules (Article 47)
register-mechanism-derogation = An exception in a specific situation (Article 49)
register-mechanism-none = None known
register-starts-collected = The day the data came
register-starts-last_contact = The last contact
register-starts-relation_ended = The end of the relation
register-starts-withdrawn = The day consent was withdrawn or somebody unsubscribed
register-starts-financial_year_ended = The end of the financial year
register-starts-scheme_left = The day the scheme was left
register-starts-survey_done = The day the survey was done
register-starts-claim_ended = The end of the claim
register-starts-purpose_ended = The end of the purpose
register-then-erase = Erased
register-then-anonymise = Made anonymous
register-then-review = Looked at by a person
register-article_6-a = Consent (a)
register-article_6-b = Contract (b)
register-article_6-c = Duty in law (c)
register-article_6-d = Vital interests (d)
register-article_6-e = Public task (e)
register-article_6-f = Legitimate interests (f)
register-article_9-a = Explicit consent (a)
register-article_9-b = Employment and social law (b)
register-article_9-c = Vital interests (c)
register-article_9-d = Associations (d)
register-article_9-e = Made public by the person (e)
register-article_9-f = Legal claims (f)
register-article_9-g = Substantial public interest (g)
register-article_9-h = Health care (h)
register-article_9-i = Public health (i)
register-article_9-j = Archives, research, statistics (j)
register-lang-da = Danish
register-lang-sv = Swedish
register-lang-en = English

# the pages
ui-register-file = Fetch as a file (TOML)
ui-register-version = { $name }, version { $version }
ui-register-history = Versions
ui-register-whole = Organisations, languages, backups
ui-register-whole-is = Nothing is missing, and every transfer is allowed today.
ui-register-problems = To mend
ui-register-problem-count =
    { $n ->
        [one] { $n } thing
       *[other] { $n } things
    }
ui-register-sections = What is in it
ui-register-section = Section
ui-register-count = Entries
ui-register-others = Other registers:
ui-register-none = There is no register yet
ui-register-none-more = Without one, no answer with data can leave: it says what the data are used for.
ui-register-begin = Begin a new register
ui-register-new = A new register
ui-register-send = Send a file
ui-register-send-file = A register as TOML
ui-register-send-hint = It becomes the next version of the register it names. What is wrong with it is named by its line.
ui-register-send-do = Keep it as the next version
ui-register-back = Back to the register
ui-register-add = Add
ui-register-empty = Nothing here yet
ui-register-changed = What somebody else changed meanwhile
ui-register-rights = Its grounds leave these rights open:
ui-register-no-choice = Nothing to choose from yet.
ui-register-what = What did you change?
ui-register-what-hint = It stands in the list of versions. Name no people.
ui-register-save = Save as version { $version }
ui-register-remove = Remove this entry
ui-register-added = New
ui-register-gone = Gone
ui-register-elsewhere = { $section } “{ $code }”: { $what }
error-register-choose = Choose one
error-register-number = Write a number, or nothing
error-register-stale = Somebody else saved a version meanwhile. What you wrote is still here. Look at what changed, and save again.
error-register-elsewhere = One of these organisations has another register
error-register-used = { $section } “{ $code }” refers to it: { $field }. Change that first.
error-register-file = Line { $line }: { $what }

# the record of art. 30
ui-article-30 = Record of processing (Article 30)
ui-a30-title = Record of processing: { $controller }
ui-a30-from = From the register { $name }, version { $version }, as of { $day }
ui-a30-who = Who answers for it
ui-a30-controller = What we decide ourselves (Article 30(1))
ui-a30-processor = What we do for others (Article 30(2))
ui-a30-purposes = (b) Purposes
ui-a30-subjects = (c) People
ui-a30-categories = (c) Kinds of data
ui-a30-recipients = (d) Recipients
ui-a30-transfers = Transfers out of the EU/EEA
ui-a30-no-transfers = None.
ui-a30-lapsed = Not valid today
ui-a30-limits = (f) Time limits for erasure
ui-a30-measures = Security measures
ui-a30-behalf = (a) On behalf of
ui-a30-processing = (b) What is done
