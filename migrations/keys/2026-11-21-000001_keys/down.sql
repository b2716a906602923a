DROP TABLE installation_keys; DROP TABLE case_keys;
