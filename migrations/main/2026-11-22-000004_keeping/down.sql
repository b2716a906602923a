DROP INDEX cases_by_retention;
DROP TABLE erasing;
