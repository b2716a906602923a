### Outcomes.

outcome-fulfilled-staff = Fulfilled
outcome-fulfilled-person = We did what you asked
outcome-partly_fulfilled-staff = Partly fulfilled
outcome-partly_fulfilled-person = We did part of what you asked. The letter says what we did not do, and why
outcome-refused-staff = Refused
outcome-refused-person = We said no. The letter says why, and where you can complain
outcome-no_data-staff = Nothing held
outcome-no_data-person = We hold nothing about you
outcome-cannot_identify-staff = Cannot identify
outcome-cannot_identify-person = We cannot tell which data are yours
outcome-withdrawn-staff = Withdrawn
outcome-withdrawn-person = You withdrew the request
outcome-lapsed-staff = Lapsed
outcome-lapsed-person = We closed the case because we did not hear from you. You can always start again
outcome-duplicate-staff = Duplicate
outcome-duplicate-person = We answer you in case { $reference }
outcome-forwarded-staff = Forwarded
outcome-forwarded-person = We passed your request to { $controller }, who has to answer you
outcome-not_a_request-staff = Not a request
outcome-not_a_request-person = We passed it to { $where }. If it was a request about your data, tell us
