### The readable page of a package.

package-title-access = Dina uppgifter hos { $controller }
package-title-portability = Dina uppgifter från { $controller }, att ta med dig
package-case = ärende { $reference }
package-lead-access = Här är en kopia av de uppgifter vi har om dig och vad vi använder dem till.
package-lead-portability = Här är det du själv har lämnat till oss och som vi använder med stöd av ditt samtycke eller ett avtal med dig. Filerna kan läsas av ett annat företag.
package-keep = Var rädd om filerna. Alla som har dem kan läsa dem.
package-contents = Vad som finns med
package-what = Vad
package-from = Från
package-records = Antal
package-records-count =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
package-nothing_held = Vi har inget om dig på de ställen där vi har letat. Nedan ser du var vi har letat.
package-nothing_in_file = Det finns inget i det här paketet. Nedan ser du var vi har letat och vad vi har utelämnat.
package-some_withheld = Något finns inte med. Se
package-withheld = Vad vi har utelämnat och varför
package-until = Det gäller till den { $day }.
package-shown = Här ser du de första { $shown } av { $total }. Resten finns i filerna.
package-machine = Alla poster, även för ett program:
package-cut = (resten finns i filen)
package-yes = Ja
package-no = Nej
package-withheld-document = Dokument { $n } från { $source }
package-documents = Dokument
package-documents-count =
    { $n ->
        [one] { $n } dokument
       *[other] { $n } dokument
    }
package-use = Så använder vi dina uppgifter
package-purposes = Vad vi använder dem till
package-categories = Slags uppgifter
package-recipients = Vem som får dem
package-retention = Hur länge vi sparar dem
package-source = Var de kommer från
package-automated = Automatiserade beslut
package-safeguards = Skydd när de skickas utanför EU/EES
package-not_recorded = Det är inte antecknat här. Fråga oss så får du svar.
package-searched = Var vi har letat
package-searched_nowhere = Vi har inte letat i något system.
package-place = Ställe
package-by = Efter
package-when = När
package-result = Resultat
package-held = Hittat
package-not_held = Inget hittat
package-rights = Dina rättigheter
package-complaint = Du kan klaga hos tillsynsmyndigheten i det land där du bor eller arbetar.
package-complaint-at = Du kan klaga hos { $authority }.
package-ask = Vem du kan fråga
package-controller = Personuppgiftsansvarig
package-controller-contact = Kontakt
package-controller-email = E-post
package-controller-phone = Telefon
package-controller-address = Adress
package-controller-privacy_notice = Integritetspolicy
package-files = Om filerna
package-files-data = Mappen data har samma uppgifter som JSON, ordnade efter vad vi använder dem till.
package-files-manifest = Filen manifest.json nämner varje fil med storlek och kontrollsumma (SHA-256), så att du kan se att inget har ändrats.
package-basis-c = en skyldighet i lag (artikel 6.1 c)
package-basis-d = skyddet av någons grundläggande intressen (artikel 6.1 d)
package-basis-e = en uppgift av allmänt intresse eller myndighetsutövning (artikel 6.1 e)
package-basis-f = en intresseavvägning (artikel 6.1 f)
package-why-not_portable = Den rättsliga grunden är { $basis }, inte ditt samtycke eller ett avtal med dig. Rätten till tillgång omfattar det (artikel 15).
package-why-no_basis = Det är inte antecknat att vi använder det med stöd av ditt samtycke eller ett avtal med dig. Rätten till tillgång omfattar det (artikel 15).
package-why-not_provided = Det är inget du har lämnat till oss. Vi har tagit fram det själva eller fått det från andra. Rätten till tillgång omfattar det (artikel 15).
package-why-document = Det är inte antecknat att du har lämnat det till oss med stöd av ditt samtycke eller ett avtal med dig. Rätten till tillgång omfattar det (artikel 15).
