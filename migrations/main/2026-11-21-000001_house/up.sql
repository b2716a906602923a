-- One tree for SQLite and PostgreSQL: ids are TEXT made by the program, instants are UTC,
-- whatever identifies a person is sealed (BYTEA) under the key of its case.

-- State of the installation as a whole: identity, holds after a restore.
CREATE TABLE installation (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);

-- Legal entities that answer here; their settings come from the configuration.
CREATE TABLE controllers (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    legal_name TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);

CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    lang TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'disabled')),
    password TEXT,
    totp BYTEA,
    totp_step BIGINT NOT NULL,
    -- moves with every change of credential, role or status: sessions of an older stamp are dead
    stamp BIGINT NOT NULL,
    signed_in_at TIMESTAMP,
    made_at TIMESTAMP NOT NULL
);

CREATE TABLE recovery_codes (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    code_hash BYTEA NOT NULL,
    used_at TIMESTAMP,
    PRIMARY KEY (staff_id, code_hash)
);

CREATE TABLE invites (
    token_hash BYTEA PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    stamp BIGINT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    -- last proof of a second factor
    fresh_at TIMESTAMP NOT NULL,
    -- wrong second factors since then: too many end the session
    wrong_codes INTEGER NOT NULL
);
CREATE INDEX sessions_by_staff ON sessions (staff_id);

-- Failed sign-ins since the last success, by keyed hash of the address as it was typed: an address
-- nobody has is counted like every other, so that no answer tells them apart.
CREATE TABLE failed_sign_ins (
    address BYTEA PRIMARY KEY,
    failures INTEGER NOT NULL,
    failed_at TIMESTAMP NOT NULL
);
CREATE INDEX failed_sign_ins_by_age ON failed_sign_ins (failed_at);

-- Counts within a window, for limits shared by all nodes. Keys are keyed hashes.
CREATE TABLE counters (
    name BYTEA NOT NULL,
    window_at TIMESTAMP NOT NULL,
    hits BIGINT NOT NULL,
    PRIMARY KEY (name, window_at)
);
CREATE INDEX counters_by_window ON counters (window_at);

-- A form being filled in. Sealed under a key that only the visitor's cookie holds.
CREATE TABLE drafts (
    cookie_hash BYTEA PRIMARY KEY,
    sealed BYTEA NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);

CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    controller_id TEXT NOT NULL REFERENCES controllers (id),
    reference TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    intake TEXT NOT NULL,
    lang TEXT NOT NULL,
    received_at TIMESTAMP NOT NULL,
    received_on DATE NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
    address_confirmed BOOLEAN NOT NULL,
    flags TEXT NOT NULL,
    representation TEXT NOT NULL,
    about_staff TEXT,
    unproven_match BOOLEAN NOT NULL,
    retention_on DATE,
    erased BOOLEAN NOT NULL,
    unsure BOOLEAN NOT NULL,
    person BYTEA NOT NULL,
    words BYTEA NOT NULL,
    code_hash BYTEA NOT NULL,
    -- the form's own key: sending twice makes one case
    submission_key BYTEA UNIQUE,
    submission_hash BYTEA,
    made_at TIMESTAMP NOT NULL
);

CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    -- the name "right" is a word of SQL
    right_code TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open BOOLEAN NOT NULL,
    paused_from TEXT,
    reviewed_from TEXT,
    assignee TEXT REFERENCES staff (id),
    received_on DATE NOT NULL,
    extended_on DATE,
    extension_delivered BOOLEAN NOT NULL,
    extension_disputable BOOLEAN NOT NULL,
    answer_outcome TEXT,
    answer_grounds TEXT NOT NULL,
    answer_complete BOOLEAN NOT NULL,
    answer BYTEA,
    author TEXT REFERENCES staff (id),
    approver TEXT REFERENCES staff (id),
    single_handed BOOLEAN NOT NULL,
    -- the package of the written answer once it is built; after a space the one that was approved
    package_sha256 TEXT,
    outcome TEXT,
    closed_at TIMESTAMP,
    withdrawn_from TEXT,
    statutory_on DATE NOT NULL,
    promise_on DATE,
    shown_on DATE NOT NULL,
    act_by_on DATE NOT NULL,
    last_extend_on DATE NOT NULL,
    last_extend_paused_on DATE NOT NULL,
    level_needed INTEGER NOT NULL,
    -- copied from the case by the one door, so that the second line below can hold
    level INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL,
    -- The second line (WORKFLOW, R4): nothing is collected or released below the level its right needs.
    CONSTRAINT identity_gate CHECK (
        level >= level_needed
        OR NOT (state = 'collecting'
                OR (state = 'ready' AND answer_outcome IN ('fulfilled', 'partly_fulfilled'))
                OR (state = 'closed' AND outcome IN ('fulfilled', 'partly_fulfilled')))
    ),
    -- the closed tab sorts by it: without an instant a closed request would be on no page
    CONSTRAINT closed_when CHECK (state <> 'closed' OR closed_at IS NOT NULL),
    CONSTRAINT no_refusal CHECK (
        right_code NOT IN ('marketing_objection', 'consent_withdrawal') OR outcome IS NULL OR outcome <> 'refused'
    )
);
CREATE INDEX requests_by_case ON requests (case_id);
CREATE INDEX requests_by_date ON requests (is_open, act_by_on, id);
CREATE INDEX requests_by_assignee ON requests (assignee, is_open, act_by_on, id);
CREATE INDEX requests_by_state ON requests (state, act_by_on, id);
CREATE INDEX requests_by_close ON requests (is_open, closed_at, id);

CREATE TABLE pauses (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    kind TEXT NOT NULL,
    asked_on DATE NOT NULL,
    answered_on DATE,
    doubt_on DATE,
    -- the letter on paper that asks, until it was posted
    unposted TEXT,
    counts BOOLEAN NOT NULL,
    reply_by_on DATE NOT NULL,
    decided BOOLEAN NOT NULL,
    reminders INTEGER NOT NULL
);
CREATE INDEX pauses_by_request ON pauses (request_id);

CREATE TABLE proofs (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    way TEXT NOT NULL,
    channel TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    on_record_since DATE,
    -- the address, and for contact-back where it was on record and who looked
    details BYTEA NOT NULL
);
CREATE INDEX proofs_by_case ON proofs (case_id);

-- Exact search without clear text: keyed hashes of mail, phone and whole name words.
CREATE TABLE blind_index (
    case_id TEXT NOT NULL REFERENCES cases (id),
    field TEXT NOT NULL,
    value BYTEA NOT NULL,
    PRIMARY KEY (field, value, case_id)
);
CREATE INDEX blind_index_by_case ON blind_index (case_id);

-- Codes and links sent to a person: address check, identity, new case code.
CREATE TABLE codes (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    purpose TEXT NOT NULL,
    token_hash BYTEA UNIQUE,
    code_hash BYTEA,
    -- what the code proves: channel and address on record
    details BYTEA NOT NULL,
    tries INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX codes_by_case ON codes (case_id);

CREATE TABLE person_sessions (
    token_hash BYTEA PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    made_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX person_sessions_by_case ON person_sessions (case_id);

CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    -- received: from the person; sent: to the person; letter: a letter of ours; note: internal
    kind TEXT NOT NULL CHECK (kind IN ('received', 'sent', 'letter', 'note')),
    letter TEXT,
    request_id TEXT REFERENCES requests (id),
    author TEXT,
    body BYTEA NOT NULL,
    -- how it goes: mail, page (stands on the case page), paper
    carrier TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    delivered_at TIMESTAMP,
    failed_at TIMESTAMP
);
CREATE INDEX messages_by_case ON messages (case_id, made_at);
-- the letters that lie here to be printed and posted
CREATE INDEX messages_to_post ON messages (made_at, id)
    WHERE kind = 'letter' AND carrier = 'paper' AND delivered_at IS NULL;

-- Sealed under the key of staff secrets: an invitation holds a link that makes an account.
-- Emptied once the mail was handed over.
CREATE TABLE staff_mails (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    body BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL,
    delivered_at TIMESTAMP
);

CREATE TABLE tasks (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    holder TEXT NOT NULL,
    state TEXT NOT NULL,
    due_on DATE NOT NULL,
    -- who is asked, the record chosen at look-up, or what staff asked the holder
    private BYTEA NOT NULL,
    -- why it failed, in the words of the source
    problem BYTEA,
    made_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP
);
CREATE INDEX tasks_by_case ON tasks (case_id);
CREATE INDEX tasks_by_due ON tasks (state, due_on);

CREATE TABLE task_requests (
    task_id TEXT NOT NULL REFERENCES tasks (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    PRIMARY KEY (task_id, request_id)
);
CREATE INDEX task_requests_by_request ON task_requests (request_id);

-- Sealed files on disk: uploads, record streams of findings, documents, packages.
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('upload', 'records', 'document', 'package')),
    message_id TEXT REFERENCES messages (id),
    name BYTEA NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX files_by_case ON files (case_id);

CREATE TABLE findings (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    task_id TEXT NOT NULL REFERENCES tasks (id),
    records_file TEXT REFERENCES files (id),
    records BIGINT NOT NULL,
    details BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX findings_by_task ON findings (task_id);
CREATE INDEX findings_by_case ON findings (case_id);

CREATE TABLE packages (
    request_id TEXT PRIMARY KEY REFERENCES requests (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    file_id TEXT NOT NULL REFERENCES files (id),
    -- in clear on purpose: it is the evidence of what was sent, stands in the chain too, and the
    -- person is shown it; a package holds random ids and instants, so it confirms no guess
    sha256 TEXT NOT NULL,
    -- what is inside, for the preview: names, counts, hashes
    summary BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL
);

-- Links to an answer: token in the path of a page without data, bytes only after the second secret.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    token_hash BYTEA NOT NULL UNIQUE,
    expires_at TIMESTAMP NOT NULL,
    downloads INTEGER NOT NULL,
    max_downloads INTEGER NOT NULL,
    revoked_at TIMESTAMP,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX deliveries_by_case ON deliveries (case_id);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    case_id TEXT,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'done', 'dead', 'dropped')),
    run_at TIMESTAMP NOT NULL,
    not_after TIMESTAMP,
    attempts INTEGER NOT NULL,
    leased_until TIMESTAMP,
    lease TEXT,
    problem TEXT,
    made_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP
);
CREATE INDEX jobs_by_turn ON jobs (state, run_at, id);
CREATE INDEX jobs_by_lease ON jobs (state, leased_until);

-- What was reminded: a second run, a restart or a second node is harmless.
CREATE TABLE reminders (
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on DATE NOT NULL,
    recipient TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    PRIMARY KEY (subject, kind, due_on, recipient)
);

-- Every step of every case, and the reads of every member of staff, each in its own chain.
CREATE TABLE events (
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    request_id TEXT,
    facts TEXT NOT NULL,
    sealed BYTEA,
    mac BYTEA NOT NULL,
    PRIMARY KEY (chain, seq)
);
-- a page shows the newest steps: however often somebody looked, reads are not walked past
CREATE INDEX events_steps ON events (chain, seq) WHERE kind <> 'read';
-- whether staff have looked since the person wrote
CREATE INDEX events_reads_of_staff ON events (chain, at) WHERE kind = 'read' AND actor LIKE 'staff:%';

CREATE TABLE chain_heads (
    chain TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    mac BYTEA NOT NULL,
    -- how far the ledger has entered it
    entered BIGINT NOT NULL
);
CREATE INDEX chain_heads_to_enter ON chain_heads (chain) WHERE seq > entered;

-- Installation-wide ledger of chain heads, itself a chain.
CREATE TABLE ledger (
    seq BIGINT PRIMARY KEY,
    chain TEXT NOT NULL,
    head_seq BIGINT NOT NULL,
    head_mac BYTEA NOT NULL,
    at TIMESTAMP NOT NULL,
    mac BYTEA NOT NULL
);

CREATE INDEX ledger_by_chain ON ledger (chain, head_seq);

-- Signed heads of the ledger, also written outside.
CREATE TABLE checkpoints (
    seq BIGINT PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    signed TEXT NOT NULL
);
CREATE INDEX checkpoints_by_time ON checkpoints (at);
