DROP TABLE api_cases;
DROP TABLE api_clients;
DROP TABLE trainings;
DROP TABLE disclosures;
DROP TABLE objection_notices;
DROP TABLE suppressions;
