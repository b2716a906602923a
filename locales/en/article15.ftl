### The information of Article 15.

# the information of Article 15, written from the register
package-basis-a = your consent (Article 6(1)(a))
package-basis-b = a contract with you (Article 6(1)(b))
package-ground = The ground is { $ground }.
package-source-person = From you yourself.
package-automated-none = No decisions about you are made by a program alone, and no profile of you is made.
package-automated-decides = A program decides this alone (Article 22).
package-automated-profile = A program makes a profile; a person decides.
package-kept-else = For the rest: { $rule }
package-kept-anyway = This we also keep if you ask us to erase { $article }.
package-recipient-processor = works for us
package-recipient-controller = decides for itself what it does with the data
package-recipient-joint = answers for it together with us
package-recipient-authority = public authority
package-recipient-public = open to everybody
package-transfer = { $name } in { $country }: { $why }.
package-transfer-lapsed = { $name } in { $country }: what the transfer rested on does not apply now ({ $why }).
package-not_held_here = What we do not hold
package-register = Taken from our register of processing, “{ $name }”, version { $version }.
package-policy = When you asked, version { $version } of our privacy policy applied.

# the activity every register has because this service runs
own-label = Requests about data protection
own-purposes = To answer people who use their rights, and to be able to show that we did.
own-basis = the General Data Protection Regulation, Articles 5(2) and 12–22
own-kept =
    { $n ->
        [one] { $n } month after the case was closed.
       *[other] { $n } months after the case was closed.
    }
own-kept-basis = so that it can be shown that the request was answered
own-category = Requests, letters, checks of identity, and when the case was read and why
own-source = From you, or from whoever asked for you, and from our work on the case.

error-register-none = There is no register of processing, and the answer takes its facts from it. An officer writes one under Register, or imports a file.
error-register-activity = The register has no activity “{ $code }”, which the data map names. Add it under Register.
error-register-rule = The register has no retention rule “{ $code }”, which the data map names for the activity “{ $activity }”. Add it under Register.
error-register-text = { $section } “{ $code }”, { $field }: no text in { $lang }. Write it under Register.
error-register-empty = { $section } “{ $code }”, { $field }: nothing is chosen. Choose it under Register.

register-country-DK = Denmark
register-country-SE = Sweden
register-country-NO = Norway
register-country-FI = Finland
register-country-IS = Iceland
register-country-DE = Germany
register-country-NL = the Netherlands
register-country-BE = Belgium
register-country-LU = Luxembourg
register-country-FR = France
register-country-IE = Ireland
register-country-ES = Spain
register-country-PT = Portugal
register-country-IT = Italy
register-country-AT = Austria
register-country-PL = Poland
register-country-CZ = Czechia
register-country-SK = Slovakia
register-country-HU = Hungary
register-country-SI = Slovenia
register-country-HR = Croatia
register-country-RO = Romania
register-country-BG = Bulgaria
register-country-GR = Greece
register-country-CY = Cyprus
register-country-MT = Malta
register-country-EE = Estonia
register-country-LV = Latvia
register-country-LT = Lithuania
register-country-LI = Liechtenstein
register-country-US = the United States
register-country-GB = the United Kingdom
register-country-CH = Switzerland
register-country-CA = Canada
register-country-IN = India
register-country-JP = Japan
register-country-KR = South Korea
register-country-NZ = New Zealand
register-country-AU = Australia
register-country-IL = Israel
register-country-UA = Ukraine
register-country-FO = the Faroe Islands
register-country-GL = Greenland
