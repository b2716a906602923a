-- Cases whose erasure was decided and is not finished: what a crash left is gone on with.
CREATE TABLE erasing (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    begun_at TIMESTAMP NOT NULL
);

-- the list an officer reviews
CREATE INDEX cases_by_retention ON cases (erased, retention_on, id);
