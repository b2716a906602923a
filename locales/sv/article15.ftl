### Informationen enligt artikel 15.

# informationen enligt artikel 15, skriven ur registret
package-basis-a = ditt samtycke (artikel 6.1 a)
package-basis-b = ett avtal med dig (artikel 6.1 b)
package-ground = Grunden är { $ground }.
package-source-person = Från dig själv.
package-automated-none = Inga beslut om dig fattas av ett program ensamt, och ingen profil av dig görs.
package-automated-decides = Ett program beslutar detta ensamt (artikel 22).
package-automated-profile = Ett program gör en profil; en människa beslutar.
package-kept-else = I övrigt: { $rule }
package-kept-anyway = Det behåller vi även om du begär radering { $article }.
package-recipient-processor = arbetar åt oss
package-recipient-controller = bestämmer själv vad uppgifterna används till
package-recipient-joint = ansvarar tillsammans med oss
package-recipient-authority = myndighet
package-recipient-public = öppet för alla
package-transfer = { $name } i { $country }: { $why }.
package-transfer-lapsed = { $name } i { $country }: det som överföringen vilade på gäller inte nu ({ $why }).
package-not_held_here = Vad vi inte har
package-register = Hämtat ur vårt register över behandlingar, ”{ $name }”, version { $version }.
package-policy = När du frågade gällde version { $version } av vår integritetspolicy.

# den aktivitet varje register har för att den här tjänsten körs
own-label = Ärenden om dataskydd
own-purposes = Att svara människor som använder sina rättigheter, och att kunna visa att vi gjorde det.
own-basis = dataskyddsförordningen, artikel 5.2 och artikel 12–22
own-kept =
    { $n ->
        [one] { $n } månad efter att ärendet avslutades.
       *[other] { $n } månader efter att ärendet avslutades.
    }
own-kept-basis = för att kunna visa att begäran besvarades
own-category = Ärenden, brev, identitetskontroller, och när ärendet lästes och varför
own-source = Från dig eller den som frågade åt dig, och från vårt arbete med ärendet.

error-register-none = Det finns inget register över behandlingar, och svaret hämtar sina uppgifter därifrån. En GDPR-ansvarig skriver ett under Register eller läser in en fil.
error-register-activity = Registret har ingen aktivitet ”{ $code }”, som datakartan nämner. Lägg till den under Register.
error-register-rule = Registret har ingen regel för lagring ”{ $code }”, som datakartan nämner för aktiviteten ”{ $activity }”. Lägg till den under Register.
error-register-text = { $section } ”{ $code }”, { $field }: det saknas en text. Språk: { $lang }. Skriv den under Register.
error-register-empty = { $section } ”{ $code }”, { $field }: inget är valt. Välj det under Register.

register-country-DK = Danmark
register-country-SE = Sverige
register-country-NO = Norge
register-country-FI = Finland
register-country-IS = Island
register-country-DE = Tyskland
register-country-NL = Nederländerna
register-country-BE = Belgien
register-country-LU = Luxemburg
register-country-FR = Frankrike
register-country-IE = Irland
register-country-ES = Spanien
register-country-PT = Portugal
register-country-IT = Italien
register-country-AT = Österrike
register-country-PL = Polen
register-country-CZ = Tjeckien
register-country-SK = Slovakien
register-country-HU = Ungern
register-country-SI = Slovenien
register-country-HR = Kroatien
register-country-RO = Rumänien
register-country-BG = Bulgarien
register-country-GR = Grekland
register-country-CY = Cypern
register-country-MT = Malta
register-country-EE = Estland
register-country-LV = Lettland
register-country-LT = Litauen
register-country-LI = Liechtenstein
register-country-US = USA
register-country-GB = Storbritannien
register-country-CH = Schweiz
register-country-CA = Kanada
register-country-IN = Indien
register-country-JP = Japan
register-country-KR = Sydkorea
register-country-NZ = Nya Zeeland
register-country-AU = Australien
register-country-IL = Israel
register-country-UA = Ukraina
register-country-FO = Färöarna
register-country-GL = Grönland
