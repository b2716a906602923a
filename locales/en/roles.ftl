### Roles.

role-person = Person
role-representative = Representative
role-caseworker = Caseworker
role-caseworker-does = Receives, asks, collects and writes the answer
role-approver = Approver
role-approver-does = Reads the answer and approves it or sends it back
role-privacy_officer = Privacy officer
role-privacy_officer-does = Extends, settles doubt and answers for the whole
role-auditor = Auditor
role-auditor-does = Reads all, changes nothing
role-administrator = Administrator
role-administrator-does = Manages users and settings. Sees no cases
role-system = The system
role-officer = { role-privacy_officer }
role-officer-does = { role-privacy_officer-does }
