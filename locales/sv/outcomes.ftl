### Outcomes.

outcome-fulfilled-staff = Tillgodosedd
outcome-fulfilled-person = Vi har gjort det du bad om
outcome-partly_fulfilled-staff = Delvis tillgodosedd
outcome-partly_fulfilled-person = Vi har gjort en del av det du bad om. Resten står i brevet, med skälet
outcome-refused-staff = Avslagen
outcome-refused-person = Vi har sagt nej. Skälet och hur du kan klaga står i brevet
outcome-no_data-staff = Inget funnet
outcome-no_data-person = Vi har inget om dig
outcome-cannot_identify-staff = Kan inte identifieras
outcome-cannot_identify-person = Vi kan inte se vilka uppgifter som är dina
outcome-withdrawn-staff = Återtagen
outcome-withdrawn-person = Du har tagit tillbaka din begäran
outcome-lapsed-staff = Förfallen
outcome-lapsed-person = Vi har avslutat ärendet eftersom du inte hörde av dig. Du kan alltid börja om
outcome-duplicate-staff = Dubblett
outcome-duplicate-person = Vi svarar dig i ärende { $reference }
outcome-forwarded-staff = Vidarebefordrad
outcome-forwarded-person = Vi har skickat din begäran till { $controller }, som ska svara dig
outcome-not_a_request-staff = Inte en begäran
outcome-not_a_request-person = Vi har skickat det till { $where }. Säg till om det var en begäran om dina uppgifter
