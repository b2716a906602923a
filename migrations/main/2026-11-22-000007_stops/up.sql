-- Who must not be sent marketing (art. 21(3)): keyed hashes, so that the list says nobody's address
-- and survives the erasure of the case it came from. One row a stop; a lifted one stays as history.
CREATE TABLE suppressions (
    id TEXT PRIMARY KEY,
    controller_id TEXT NOT NULL REFERENCES controllers (id),
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
    mac BYTEA NOT NULL,
    -- names the secret the hash was made with
    key_mark TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('case', 'link', 'desk')),
    -- why, in words, sealed under the installation's secret
    reason BYTEA,
    made_by TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    lifted_by TEXT,
    lifted_at TIMESTAMP,
    lifted_reason BYTEA
);
CREATE UNIQUE INDEX suppressions_in_force ON suppressions (controller_id, kind, mac) WHERE lifted_at IS NULL;
CREATE INDEX suppressions_by_hash ON suppressions (controller_id, kind, mac);

-- When people were told of their right to object (art. 21(4)).
CREATE TABLE objection_notices (
    id TEXT PRIMARY KEY,
    controller_id TEXT NOT NULL REFERENCES controllers (id),
    given_on DATE NOT NULL,
    way TEXT NOT NULL,
    text_version TEXT NOT NULL,
    -- occasion and audience, sealed: they may name people
    sealed BYTEA NOT NULL,
    made_by TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX objection_notices_by_day ON objection_notices (controller_id, given_on);

-- What authorities asked for, apart from people's own requests.
CREATE TABLE disclosures (
    id TEXT PRIMARY KEY,
    controller_id TEXT NOT NULL REFERENCES controllers (id),
    asked_on DATE NOT NULL,
    decided_on DATE NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('disclosed', 'partly', 'refused')),
    -- who asked, on what ground, what, about whom, who decided: sealed
    sealed BYTEA NOT NULL,
    made_by TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX disclosures_by_day ON disclosures (controller_id, asked_on);

-- Training and confidentiality of the staff (arts. 5(2), 24, 32(4)).
CREATE TABLE trainings (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL CHECK (kind IN ('training', 'confidentiality')),
    what TEXT NOT NULL,
    done_on DATE NOT NULL,
    valid_until_on DATE,
    made_by TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX trainings_of_staff ON trainings (staff_id, done_on);

-- Programs that may submit cases.
CREATE TABLE api_clients (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    controllers TEXT NOT NULL,
    scopes TEXT NOT NULL,
    secret_hash BYTEA NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    made_at TIMESTAMP NOT NULL,
    disabled_at TIMESTAMP
);

-- Which client submitted a case: it may read the state of these and of no others.
CREATE TABLE api_cases (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    client_id TEXT NOT NULL REFERENCES api_clients (id),
    made_at TIMESTAMP NOT NULL
);
