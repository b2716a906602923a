### Outcomes.

outcome-fulfilled-staff = Imødekommet
outcome-fulfilled-person = Vi har gjort det, du bad om
outcome-partly_fulfilled-staff = Delvist imødekommet
outcome-partly_fulfilled-person = Vi har gjort en del af det, du bad om. Resten står i brevet, med grunden
outcome-refused-staff = Afslået
outcome-refused-person = Vi har sagt nej. Grunden, og hvor du kan klage, står i brevet
outcome-no_data-staff = Intet fundet
outcome-no_data-person = Vi har ikke noget om dig
outcome-cannot_identify-staff = Kan ikke identificeres
outcome-cannot_identify-person = Vi kan ikke se, hvilke oplysninger der er dine
outcome-withdrawn-staff = Trukket tilbage
outcome-withdrawn-person = Du har trukket anmodningen tilbage
outcome-lapsed-staff = Bortfaldet
outcome-lapsed-person = Vi har lukket sagen, fordi vi ikke hørte fra dig. Du kan altid begynde igen
outcome-duplicate-staff = Dublet
outcome-duplicate-person = Vi svarer dig i sag { $reference }
outcome-forwarded-staff = Sendt videre
outcome-forwarded-person = Vi har sendt din anmodning til { $controller }, som skal svare dig
outcome-not_a_request-staff = Ikke en anmodning
outcome-not_a_request-person = Vi har sendt det til { $where }. Var det en anmodning om dine oplysninger, så sig til
