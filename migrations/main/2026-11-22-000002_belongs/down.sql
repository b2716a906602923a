DROP TABLE representations;
DROP TABLE linked_cases;
