-- A case that came of another one: a complaint about how it was handled, or the instruction of a
-- controller we are processor for.
CREATE TABLE linked_cases (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    of_case TEXT NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'instruction')),
    made_at TIMESTAMP NOT NULL,
    -- of an instruction: whose it is and under which agreement, sealed under the key of the new case
    details BYTEA NOT NULL
);
CREATE INDEX linked_cases_by_source ON linked_cases (of_case);

-- Who acts for the person, once that was judged.
CREATE TABLE representations (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    judged_at TIMESTAMP NOT NULL,
    -- the person released the answer to them
    gets_answer BOOLEAN NOT NULL,
    -- what was seen of their authority and of who they are, sealed under the key of the case
    details BYTEA NOT NULL
);
