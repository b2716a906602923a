-- Notices to addresses on record, so that somebody else than whoever writes can stop a case. The
-- address itself is sealed with the link (codes.details); the letter is a message of the case.
CREATE TABLE notices (
    -- the link that stops: codes.id
    id TEXT PRIMARY KEY REFERENCES codes (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    message_id TEXT NOT NULL REFERENCES messages (id),
    -- hours between the letter and a release, as set when it was written
    hold_hours INTEGER NOT NULL,
    -- a code to this very address was proven: the proof was the notice
    settled_at TIMESTAMP
);
CREATE INDEX notices_by_case ON notices (case_id);

-- Answers that came back: the request stays closed, and somebody has to send it again.
CREATE TABLE undelivered (
    request_id TEXT PRIMARY KEY REFERENCES requests (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    noted_at TIMESTAMP NOT NULL
);
CREATE INDEX undelivered_by_case ON undelivered (case_id);
