-- Who wrote, and the trail of what was written. One chain per partnership; the chain of what belongs to none has an empty name.
-- Marks the file as a register of this service ("DHR1").
PRAGMA application_id = 1145590321;

-- One for each transaction that writes.
CREATE TABLE acts (
    id           INTEGER PRIMARY KEY,
    command      TEXT NOT NULL,
    by_whom      TEXT NOT NULL,
    host         TEXT NOT NULL,
    tool_version TEXT NOT NULL,
    at           TEXT NOT NULL
);

-- Only the digest of what was written stands in the chain, so that what was written can be removed and the chain still verifies.
CREATE TABLE trail (
    partnership TEXT NOT NULL,
    sequence    INTEGER NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id),
    kind        TEXT NOT NULL, -- written by the act, or noticed by it: another system wrote it
    source      TEXT NOT NULL,
    row         INTEGER NOT NULL,
    digest      BLOB NOT NULL,
    previous    BLOB NOT NULL,
    hash        BLOB NOT NULL,
    PRIMARY KEY (partnership, sequence)
) WITHOUT ROWID;

-- The salts, apart from the chain: a digest without its salt tells nothing about what was digested.
CREATE TABLE trail_salts (
    partnership TEXT NOT NULL,
    sequence    INTEGER NOT NULL,
    salt        BLOB NOT NULL,
    PRIMARY KEY (partnership, sequence)
) WITHOUT ROWID;

-- Where each chain ends, so that a tail cut off is noticed.
CREATE TABLE trail_heads (
    partnership TEXT NOT NULL PRIMARY KEY,
    sequence    INTEGER NOT NULL,
    hash        BLOB NOT NULL
) WITHOUT ROWID;

-- Rows that are written and have no place in the chain yet. AUTOINCREMENT: a number is never used twice, so it can serve as a mark.
CREATE TABLE to_chain (
    arrival     INTEGER PRIMARY KEY AUTOINCREMENT,
    source      TEXT NOT NULL,
    row         INTEGER NOT NULL,
    partnership TEXT NOT NULL
);

-- Subjects with input rows that no finished sweep has seen, each with the number of its latest arrival. '' stands for every subject.
CREATE TABLE to_sweep (
    subject TEXT NOT NULL PRIMARY KEY,
    mark    INTEGER NOT NULL
) WITHOUT ROWID;

-- What is said of the register itself, such as that it is a demonstration.
CREATE TABLE register_marks (
    name TEXT NOT NULL PRIMARY KEY,
    set_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN
    SELECT RAISE(ABORT, 'acts: rows are never changed');
END;
CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN
    SELECT RAISE(ABORT, 'acts: rows are never deleted');
END;
CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN
    SELECT RAISE(ABORT, 'trail: rows are never changed');
END;
CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN
    SELECT RAISE(ABORT, 'trail: rows are never deleted');
END;
