-- The ledger of erasures: which case is gone with which key, and nothing about anybody. It is kept
-- outside too, and carried out again on whatever is restored from before it.
CREATE TABLE erasures (
    key_id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL,
    erased_at TIMESTAMP NOT NULL
);
