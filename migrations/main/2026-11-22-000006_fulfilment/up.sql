-- What goes on after an answer. The words are sealed under the key of the case.

-- Restrictions (art. 18): live until lifted, whatever becomes of the request.
CREATE TABLE restrictions (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    -- the letter of art. 18(1)
    basis TEXT NOT NULL,
    from_on DATE NOT NULL,
    -- what is restricted
    details BYTEA NOT NULL,
    -- the letter of art. 18(3), and the day it names
    notice_id TEXT REFERENCES messages (id),
    lift_on DATE,
    lifted_on DATE,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX restrictions_by_case ON restrictions (case_id);
CREATE INDEX restrictions_by_lifted ON restrictions (lifted_on);

-- Each use of restricted data, with its exception of art. 18(2).
CREATE TABLE restriction_uses (
    id TEXT PRIMARY KEY,
    restriction_id TEXT NOT NULL REFERENCES restrictions (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    exception TEXT NOT NULL,
    used_on DATE NOT NULL,
    -- what for
    details BYTEA NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX restriction_uses_by_case ON restriction_uses (case_id);

-- Notices to recipients (art. 19).
CREATE TABLE recipient_notices (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    -- who, what they know the person by, what they are to do, what they answered or why not
    details BYTEA NOT NULL,
    reply_by_on DATE,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX recipient_notices_by_case ON recipient_notices (case_id);
CREATE INDEX recipient_notices_by_status ON recipient_notices (status);

-- The day backups have turned over what was erased.
CREATE TABLE follow_ups (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    request_id TEXT NOT NULL REFERENCES requests (id),
    due_on DATE NOT NULL,
    -- how it was checked
    details BYTEA NOT NULL,
    done_at TIMESTAMP,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX follow_ups_by_case ON follow_ups (case_id);
CREATE INDEX follow_ups_by_due ON follow_ups (done_at, due_on);
