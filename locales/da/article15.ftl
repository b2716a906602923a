### Oplysningerne efter artikel 15.

# oplysningerne efter artikel 15, skrevet ud fra fortegnelsen
package-basis-a = dit samtykke (artikel 6, stk. 1, litra a)
package-basis-b = en aftale med dig (artikel 6, stk. 1, litra b)
package-ground = Hjemlen er { $ground }.
package-source-person = Fra dig selv.
package-automated-none = Ingen afgørelser om dig bliver truffet af et program alene, og der laves ingen profil af dig.
package-automated-decides = Et program afgør dette alene (artikel 22).
package-automated-profile = Et program laver en profil; et menneske afgør.
package-kept-else = I øvrigt: { $rule }
package-kept-anyway = Det beholder vi også, hvis du beder os slette { $article }.
package-recipient-processor = arbejder for os
package-recipient-controller = bestemmer selv, hvad oplysningerne bruges til
package-recipient-joint = har ansvaret sammen med os
package-recipient-authority = offentlig myndighed
package-recipient-public = åben for alle
package-transfer = { $name } i { $country }: { $why }.
package-transfer-lapsed = { $name } i { $country }: det, overførslen hvilede på, gælder ikke nu ({ $why }).
package-not_held_here = Hvad vi ikke har
package-register = Taget fra vores fortegnelse over behandlinger, “{ $name }”, udgave { $version }.
package-policy = Da du spurgte, gjaldt udgave { $version } af vores privatlivspolitik.

# den aktivitet, enhver fortegnelse har, fordi denne tjeneste kører
own-label = Henvendelser om databeskyttelse
own-purposes = At svare folk, der bruger deres rettigheder, og at kunne vise, at vi gjorde det.
own-basis = databeskyttelsesforordningens artikel 5, stk. 2, og artikel 12–22
own-kept =
    { $n ->
        [one] { $n } måned efter at sagen blev lukket.
       *[other] { $n } måneder efter at sagen blev lukket.
    }
own-kept-basis = for at kunne vise, at der blev svaret
own-category = Henvendelser, breve, kontrol af identitet, og hvornår og hvorfor sagen blev læst
own-source = Fra dig eller den, der spurgte for dig, og fra vores arbejde med sagen.

error-register-none = Der er ingen fortegnelse over behandlinger, og svaret henter sine oplysninger derfra. En GDPR-ansvarlig skriver den under Fortegnelse eller indlæser en fil.
error-register-activity = Fortegnelsen har ingen aktivitet “{ $code }”, som datakortet nævner. Tilføj den under Fortegnelse.
error-register-rule = Fortegnelsen har ingen regel for opbevaring “{ $code }”, som datakortet nævner for aktiviteten “{ $activity }”. Tilføj den under Fortegnelse.
error-register-text = { $section } “{ $code }”, { $field }: der mangler en tekst. Sprog: { $lang }. Skriv den under Fortegnelse.
error-register-empty = { $section } “{ $code }”, { $field }: der er ikke valgt noget. Vælg det under Fortegnelse.

register-country-DK = Danmark
register-country-SE = Sverige
register-country-NO = Norge
register-country-FI = Finland
register-country-IS = Island
register-country-DE = Tyskland
register-country-NL = Nederlandene
register-country-BE = Belgien
register-country-LU = Luxembourg
register-country-FR = Frankrig
register-country-IE = Irland
register-country-ES = Spanien
register-country-PT = Portugal
register-country-IT = Italien
register-country-AT = Østrig
register-country-PL = Polen
register-country-CZ = Tjekkiet
register-country-SK = Slovakiet
register-country-HU = Ungarn
register-country-SI = Slovenien
register-country-HR = Kroatien
register-country-RO = Rumænien
register-country-BG = Bulgarien
register-country-GR = Grækenland
register-country-CY = Cypern
register-country-MT = Malta
register-country-EE = Estland
register-country-LV = Letland
register-country-LT = Litauen
register-country-LI = Liechtenstein
register-country-US = USA
register-country-GB = Storbritannien
register-country-CH = Schweiz
register-country-CA = Canada
register-country-IN = Indien
register-country-JP = Japan
register-country-KR = Sydkorea
register-country-NZ = New Zealand
register-country-AU = Australien
register-country-IL = Israel
register-country-UA = Ukraine
register-country-FO = Færøerne
register-country-GL = Grønland
