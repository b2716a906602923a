### The readable page of a package.

package-title-access = Dine oplysninger hos { $controller }
package-title-portability = Dine oplysninger fra { $controller }, til at tage med
package-case = sag { $reference }
package-lead-access = Her er en kopi af de oplysninger, vi har om dig, og hvad vi bruger dem til.
package-lead-portability = Her er det, du selv har givet os, og som vi bruger efter dit samtykke eller en aftale med dig. Filerne kan læses af et andet firma.
package-keep = Pas godt på filerne. Alle, der har dem, kan læse dem.
package-contents = Hvad der er med
package-what = Hvad
package-from = Fra
package-records = Antal
package-records-count =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
package-nothing_held = Vi har ikke noget om dig på de steder, vi har ledt. Nedenfor kan du se, hvor vi har ledt.
package-nothing_in_file = Der er ikke noget med i denne pakke. Nedenfor kan du se, hvor vi har ledt, og hvad vi har udeladt.
package-some_withheld = Noget er ikke med. Se
package-withheld = Hvad vi har udeladt, og hvorfor
package-until = Det gælder til den { $day }.
package-shown = Her ser du de første { $shown } af { $total }. Resten står i filerne.
package-machine = Alle poster, også til et program:
package-cut = (resten står i filen)
package-yes = Ja
package-no = Nej
package-withheld-document = Dokument { $n } fra { $source }
package-documents = Dokumenter
package-documents-count =
    { $n ->
        [one] { $n } dokument
       *[other] { $n } dokumenter
    }
package-use = Sådan bruger vi dine oplysninger
package-purposes = Hvad vi bruger dem til
package-categories = Slags oplysninger
package-recipients = Hvem der får dem
package-retention = Hvor længe vi gemmer dem
package-source = Hvor de kommer fra
package-automated = Automatiske afgørelser
package-safeguards = Beskyttelse, når de sendes ud af EU/EØS
package-not_recorded = Det er ikke noteret her. Spørg os, så får du svar.
package-searched = Hvor vi har ledt
package-searched_nowhere = Vi har ikke ledt i noget system.
package-place = Sted
package-by = Efter
package-when = Hvornår
package-result = Resultat
package-held = Fundet
package-not_held = Intet fundet
package-rights = Dine rettigheder
package-complaint = Du kan klage til tilsynsmyndigheden i det land, hvor du bor eller arbejder.
package-complaint-at = Du kan klage til { $authority }.
package-ask = Hvem du kan spørge
package-controller = Dataansvarlig
package-controller-contact = Kontakt
package-controller-email = Mail
package-controller-phone = Telefon
package-controller-address = Adresse
package-controller-privacy_notice = Privatlivspolitik
package-files = Om filerne
package-files-data = Mappen data har de samme oplysninger som JSON, ordnet efter, hvad vi bruger dem til.
package-files-manifest = Filen manifest.json nævner hver fil med størrelse og kontrolsum (SHA-256), så du kan se, at intet er ændret.
package-basis-c = en pligt i loven (artikel 6, stk. 1, litra c)
package-basis-d = hensynet til nogens vitale interesser (artikel 6, stk. 1, litra d)
package-basis-e = en opgave i samfundets interesse eller offentlig myndighedsudøvelse (artikel 6, stk. 1, litra e)
package-basis-f = en interesseafvejning (artikel 6, stk. 1, litra f)
package-why-not_portable = Retsgrundlaget er { $basis }, ikke dit samtykke eller en aftale med dig. Retten til indsigt omfatter det (artikel 15).
package-why-no_basis = Det er ikke noteret, at vi bruger det efter dit samtykke eller en aftale med dig. Retten til indsigt omfatter det (artikel 15).
package-why-not_provided = Det er ikke noget, du har givet os. Vi har selv lavet det eller fået det fra andre. Retten til indsigt omfatter det (artikel 15).
package-why-document = Det er ikke noteret, at du har givet os det efter dit samtykke eller en aftale med dig. Retten til indsigt omfatter det (artikel 15).
