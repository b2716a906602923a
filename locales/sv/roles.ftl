### Roles.

role-person = Person
role-representative = Ombud
role-caseworker = Handläggare
role-caseworker-does = Tar emot, frågar, samlar in och skriver svaret
role-approver = Godkännare
role-approver-does = Läser igenom svaret och godkänner det eller skickar tillbaka det
role-privacy_officer = GDPR-ansvarig
role-privacy_officer-does = Förlänger, avgör tveksamma fall och ansvarar för helheten
role-auditor = Kontrollant
role-auditor-does = Läser allt, ändrar inget
role-administrator = Administratör
role-administrator-does = Hanterar användare och inställningar. Ser inga ärenden
role-system = Systemet
role-officer = { role-privacy_officer }
role-officer-does = { role-privacy_officer-does }
