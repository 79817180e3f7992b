-- What the service concluded, planned and sent. These tables belong to the service.
CREATE TABLE rulebooks (
    row   INTEGER PRIMARY KEY,
    hash  TEXT NOT NULL UNIQUE,
    packs TEXT NOT NULL,
    act   INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TABLE rulebook_files (
    row  INTEGER PRIMARY KEY,
    hash TEXT NOT NULL REFERENCES rulebooks (hash) DEFERRABLE INITIALLY DEFERRED,
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (hash, path)
);

-- Only where the digest differs from that of the one before.
CREATE TABLE assessments (
    row         INTEGER PRIMARY KEY,
    reference   TEXT NOT NULL REFERENCES subjects (reference),
    partnership TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    rulebook    TEXT NOT NULL REFERENCES rulebooks (hash) DEFERRABLE INITIALLY DEFERRED,
    digest      TEXT NOT NULL,
    payload     BLOB NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id)
);
CREATE INDEX assessments_by_reference ON assessments (reference);

-- Where each subject stands: when it was last assessed and when it must be again. The one table here that is brought up to date.
CREATE TABLE standing (
    reference      TEXT NOT NULL PRIMARY KEY,
    as_of          TEXT NOT NULL,
    digest         TEXT,
    next_change_on TEXT
) WITHOUT ROWID;

CREATE TABLE deliveries (
    row         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    partnership TEXT NOT NULL,
    address     TEXT NOT NULL,
    message_id  TEXT NOT NULL,
    subject     TEXT NOT NULL,
    text        TEXT NOT NULL,
    html        TEXT NOT NULL,
    planned_on  TEXT NOT NULL,
    notices     TEXT NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TABLE delivery_states (
    row         INTEGER PRIMARY KEY,
    delivery    TEXT NOT NULL REFERENCES deliveries (id),
    partnership TEXT NOT NULL,
    state       TEXT NOT NULL CONSTRAINT "state is one of a delivery's" CHECK (
        state IN ('planned', 'held', 'reserved', 'accepted', 'failed', 'unknown', 'discarded')),
    answer      TEXT,
    at          TEXT NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id)
);
CREATE INDEX delivery_states_by_delivery ON delivery_states (delivery);

CREATE TABLE notices (
    row         INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    subject     TEXT NOT NULL REFERENCES subjects (reference),
    partnership TEXT NOT NULL,
    rule        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    role        TEXT NOT NULL,
    step        TEXT NOT NULL,
    planned_on  TEXT NOT NULL,
    held        INTEGER NOT NULL CHECK (held IN (0, 1)),
    delivery    TEXT REFERENCES deliveries (id) DEFERRABLE INITIALLY DEFERRED,
    act         INTEGER NOT NULL REFERENCES acts (id)
);
CREATE INDEX notices_by_subject ON notices (subject);

-- Which notices a delivery carries; follows from deliveries.notices.
CREATE TABLE delivery_notices (
    notice   TEXT NOT NULL REFERENCES notices (key) DEFERRABLE INITIALLY DEFERRED,
    delivery TEXT NOT NULL REFERENCES deliveries (id),
    PRIMARY KEY (notice, delivery)
) WITHOUT ROWID;

CREATE TABLE notice_withdrawals (
    row          INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE REFERENCES notices (key),
    partnership  TEXT NOT NULL,
    withdrawn_on TEXT NOT NULL,
    act          INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TABLE sweeps (
    row        INTEGER PRIMARY KEY,
    day        TEXT NOT NULL,
    rulebook   TEXT NOT NULL REFERENCES rulebooks (hash) DEFERRABLE INITIALLY DEFERRED,
    assessed   INTEGER NOT NULL,
    failed     INTEGER NOT NULL,
    notices    INTEGER NOT NULL,
    deliveries INTEGER NOT NULL,
    act        INTEGER NOT NULL REFERENCES acts (id)
);

-- The last number given to an event or an item of a subject, so that none is given twice.
CREATE TABLE numbers_given (
    reference TEXT NOT NULL,
    kind      TEXT NOT NULL,
    last      INTEGER NOT NULL,
    PRIMARY KEY (reference, kind)
) WITHOUT ROWID;

CREATE TRIGGER rulebooks_after_insert AFTER INSERT ON rulebooks BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebooks', NEW.row, '');
END;
CREATE TRIGGER rulebooks_no_update BEFORE UPDATE ON rulebooks BEGIN
    SELECT RAISE(ABORT, 'rulebooks: rows are never changed');
END;
CREATE TRIGGER rulebooks_no_delete BEFORE DELETE ON rulebooks BEGIN
    SELECT RAISE(ABORT, 'rulebooks: rows are never deleted');
END;

CREATE TRIGGER rulebook_files_after_insert AFTER INSERT ON rulebook_files BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebook_files', NEW.row, '');
END;
CREATE TRIGGER rulebook_files_no_update BEFORE UPDATE ON rulebook_files BEGIN
    SELECT RAISE(ABORT, 'rulebook_files: rows are never changed');
END;
CREATE TRIGGER rulebook_files_no_delete BEFORE DELETE ON rulebook_files BEGIN
    SELECT RAISE(ABORT, 'rulebook_files: rows are never deleted');
END;

CREATE TRIGGER assessments_after_insert AFTER INSERT ON assessments BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('assessments', NEW.row, NEW.partnership);
END;
CREATE TRIGGER assessments_no_update BEFORE UPDATE ON assessments BEGIN
    SELECT RAISE(ABORT, 'assessments: rows are never changed');
END;
CREATE TRIGGER assessments_no_delete BEFORE DELETE ON assessments BEGIN
    SELECT RAISE(ABORT, 'assessments: rows are never deleted');
END;

CREATE TRIGGER deliveries_after_insert AFTER INSERT ON deliveries BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('deliveries', NEW.row, NEW.partnership);
END;
CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'deliveries: rows are never changed');
END;
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'deliveries: rows are never deleted');
END;

CREATE TRIGGER delivery_states_after_insert AFTER INSERT ON delivery_states BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('delivery_states', NEW.row, NEW.partnership);
END;
CREATE TRIGGER delivery_states_no_update BEFORE UPDATE ON delivery_states BEGIN
    SELECT RAISE(ABORT, 'delivery_states: rows are never changed');
END;
CREATE TRIGGER delivery_states_no_delete BEFORE DELETE ON delivery_states BEGIN
    SELECT RAISE(ABORT, 'delivery_states: rows are never deleted');
END;

CREATE TRIGGER notices_after_insert AFTER INSERT ON notices BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('notices', NEW.row, NEW.partnership);
END;
CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices BEGIN
    SELECT RAISE(ABORT, 'notices: rows are never changed');
END;
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices BEGIN
    SELECT RAISE(ABORT, 'notices: rows are never deleted');
END;

CREATE TRIGGER notice_withdrawals_after_insert AFTER INSERT ON notice_withdrawals BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('notice_withdrawals', NEW.row, NEW.partnership);
END;
CREATE TRIGGER notice_withdrawals_no_update BEFORE UPDATE ON notice_withdrawals BEGIN
    SELECT RAISE(ABORT, 'notice_withdrawals: rows are never changed');
END;
CREATE TRIGGER notice_withdrawals_no_delete BEFORE DELETE ON notice_withdrawals BEGIN
    SELECT RAISE(ABORT, 'notice_withdrawals: rows are never deleted');
END;

CREATE TRIGGER sweeps_after_insert AFTER INSERT ON sweeps BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('sweeps', NEW.row, '');
END;
CREATE TRIGGER sweeps_no_update BEFORE UPDATE ON sweeps BEGIN
    SELECT RAISE(ABORT, 'sweeps: rows are never changed');
END;
CREATE TRIGGER sweeps_no_delete BEFORE DELETE ON sweeps BEGIN
    SELECT RAISE(ABORT, 'sweeps: rows are never deleted');
END;
