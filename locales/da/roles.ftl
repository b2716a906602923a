### Roles.

role-person = Person
role-representative = Repræsentant
role-caseworker = Sagsbehandler
role-caseworker-does = Modtager, spørger, samler og skriver svaret
role-approver = Godkender
role-approver-does = Læser svaret igennem og godkender det eller sender det tilbage
role-privacy_officer = GDPR-ansvarlig
role-privacy_officer-does = Forlænger, afgør tvivl og svarer for helheden
role-auditor = Kontrollant
role-auditor-does = Læser alt, ændrer intet
role-administrator = Administrator
role-administrator-does = Styrer brugere og indstillinger. Ser ingen sager
role-system = Systemet
role-officer = { role-privacy_officer }
role-officer-does = { role-privacy_officer-does }
