-- The key store: its own database, never attached to the main one, with its own (short) backups.
CREATE TABLE case_keys (
    id TEXT PRIMARY KEY,
    wrapped BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL
);

-- Secrets of the installation, wrapped under the master key.
CREATE TABLE installation_keys (
    name TEXT PRIMARY KEY,
    wrapped BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL
);
