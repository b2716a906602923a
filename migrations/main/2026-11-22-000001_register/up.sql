-- The registers (art. 30), whole, one row per version: an answer knows the one it was written from.
-- Nothing about people who ask stands here, so it is not sealed.
CREATE TABLE registers (
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- what was changed, and by whom
    what TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    PRIMARY KEY (name, version)
);

-- Which register is that of a controller.
CREATE TABLE register_controllers (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL
);
