### The readable page of a package.

package-title-access = Your information at { $controller }
package-title-portability = Your information from { $controller }, to take with you
package-case = case { $reference }
package-lead-access = Here is a copy of what we hold about you, and what we use it for.
package-lead-portability = Here is what you gave us yourself and what we use on your consent or on a contract with you. Another company can read the files.
package-keep = Keep the files safe. Anybody who has them can read them.
package-contents = What is in it
package-what = What
package-from = From
package-records = Number
package-records-count =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
package-nothing_held = We hold nothing about you in the places we searched. Below you see where we searched.
package-nothing_in_file = There is nothing in this package. Below you see where we searched and what we left out.
package-some_withheld = Something is not in it. See
package-withheld = What we left out, and why
package-until = This holds until { $day }.
package-shown = Here you see the first { $shown } of { $total }. The rest is in the files.
package-machine = All records, also for a program:
package-cut = (the rest is in the file)
package-yes = Yes
package-no = No
package-withheld-document = Document { $n } from { $source }
package-documents = Documents
package-documents-count =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
package-use = How we use your information
package-purposes = What we use it for
package-categories = Kinds of information
package-recipients = Who receives it
package-retention = How long we keep it
package-source = Where it comes from
package-automated = Automated decisions
package-safeguards = Protection when it leaves the EU/EEA
package-not_recorded = Not recorded here. Ask us and you get an answer.
package-searched = Where we searched
package-searched_nowhere = We searched no system.
package-place = Place
package-by = By
package-when = When
package-result = Result
package-held = Found
package-not_held = Nothing found
package-rights = Your rights
package-complaint = You can complain to the supervisory authority in the country where you live or work.
package-complaint-at = You can complain to { $authority }.
package-ask = Whom you can ask
package-controller = Controller
package-controller-contact = Contact
package-controller-email = E-mail
package-controller-phone = Phone
package-controller-address = Address
package-controller-privacy_notice = Privacy notice
package-files = About the files
package-files-data = The folder data holds the same information as JSON, ordered by what we use it for.
package-files-manifest = The file manifest.json names every file with its size and checksum (SHA-256), so that you can see that nothing was changed.
package-basis-c = a duty in law (Article 6(1)(c))
package-basis-d = somebody’s vital interests (Article 6(1)(d))
package-basis-e = a task in the public interest or official authority (Article 6(1)(e))
package-basis-f = legitimate interests (Article 6(1)(f))
package-why-not_portable = The legal ground is { $basis }, not your consent or a contract with you. The right of access covers it (Article 15).
package-why-no_basis = It is not recorded that we use it on your consent or a contract with you. The right of access covers it (Article 15).
package-why-not_provided = It is not something you gave us. We made it ourselves or had it from others. The right of access covers it (Article 15).
package-why-document = It is not recorded that you gave it to us on your consent or a contract with you. The right of access covers it (Article 15).
