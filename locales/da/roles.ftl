### Roles.

role-person = Person
role-representative = Repræsentant
role-caseworker = Sagsbehandler
role-caseworker-does = Modtager, spørger, samler og skriver svaret
role-approver = Godkender
role-approver-does = Læser svaret igennem og godkender det eller sender det tilbage
role-privacy_officer = GDPR-ansvarlig
role-privacy_officer-does = Forlænger, afgør tvivl og svarer for helheden
role-dpo = Databeskyttelsesrådgiver (DPO)
role-auditor = Kontrollant
role-auditor-does = Læser alt, ændrer intet
role-administrator = Administrator
role-administrator-does = Styrer brugere og indstillinger. Ser ingen sager
role-system = Systemet
role-outside_approver = Ekstern godkender
role-holder = Den, der har oplysningerne
role-controller = Dataansvarlig
role-joint_controller = Fælles dataansvarlig
role-processor = Databehandler
role-recipient = Modtager
role-officer = { role-privacy_officer }
role-officer-does = { role-privacy_officer-does }
