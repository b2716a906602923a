### States and the marks beside them.

state-received-staff = Modtaget
state-received-person = Vi har modtaget din anmodning
state-received-now = Du behøver ikke gøre noget nu. Fristen løber.
state-assessing-staff = Under vurdering
state-assessing-person = Vi læser, hvad du har skrevet
state-assessing-now = Vi finder ud af, hvor vi skal lede. Du behøver ikke gøre noget nu.
state-collecting-staff = Under indsamling
state-collecting-person = Vi samler dine oplysninger
state-collecting-now =
    { $all ->
        [one] Vi har hørt fra { $done } af { $all } sted. Du behøver ikke gøre noget nu.
       *[other] Vi har hørt fra { $done } af { $all } steder. Du behøver ikke gøre noget nu.
    }
state-collecting-person_act = Vi er i gang med det, du har bedt om
state-in_review-staff = Under gennemsyn
state-in_review-person = Svaret bliver læst igennem
state-in_review-now = Så andres oplysninger ikke kommer med, og intet mangler.
state-ready-staff = Klar til at sende
state-ready-person = Dit svar er skrevet
state-ready-now = Vi sender det senest { $date }.
state-closed-staff = Afsluttet
state-closed-person = Vi har svaret
state-closed-now = Mener du, at noget mangler, så skriv til os her på siden.
state-awaiting_person-staff = Venter på personen
state-awaiting_person-person = Vi venter på svar fra dig
state-awaiting_person-now = Svar senest { $date }. Så længe vi venter, står fristen stille.
state-awaiting_person-now_running = Svar senest { $date }. Fristen løber imens.
state-erased-staff = Slettet
state-erased-person = Sagen er slettet. Vi har kun gemt, at den fandtes.
flag-extended = Forlænget
flag-promise_missed = Løftet blev ikke holdt
flag-address_unconfirmed = Adressen er ikke bekræftet
flag-legal_hold = Må ikke slettes: retskrav
flag-child = Barn
flag-deceased = Afdød
flag-protected_identity = Navne- og adressebeskyttelse
flag-new_message = Ny besked
flag-reason_needed = Mangler begrundelse
flag-stopped_by_person = Stoppet af personen
flag-single_handed = Samme forfatter og godkender
flag-disputable = Kan anfægtes
flag-stopped = { flag-stopped_by_person }
flag-bin = I papirkurven
