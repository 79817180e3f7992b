-- What went wrong while the service ran by itself, and what the person who runs it was told. These tables belong to the service.

-- A sweep that was to run and did not finish. Those that finished stand in sweeps.
CREATE TABLE sweep_failures (
    row    INTEGER PRIMARY KEY,
    day    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    act    INTEGER NOT NULL REFERENCES acts (id)
);

-- Mails to the operator that a transport accepted. What is alike in kind and about is the same trouble.
CREATE TABLE operator_mails (
    row     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    about   TEXT NOT NULL,
    subject TEXT NOT NULL,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL,
    act     INTEGER NOT NULL REFERENCES acts (id)
);
CREATE INDEX operator_mails_by_kind ON operator_mails (kind, about);

CREATE TRIGGER sweep_failures_after_insert AFTER INSERT ON sweep_failures BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('sweep_failures', NEW.row, '');
END;
CREATE TRIGGER sweep_failures_no_update BEFORE UPDATE ON sweep_failures BEGIN
    SELECT RAISE(ABORT, 'sweep_failures: rows are never changed');
END;
CREATE TRIGGER sweep_failures_no_delete BEFORE DELETE ON sweep_failures BEGIN
    SELECT RAISE(ABORT, 'sweep_failures: rows are never deleted');
END;

CREATE TRIGGER operator_mails_after_insert AFTER INSERT ON operator_mails BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('operator_mails', NEW.row, '');
END;
CREATE TRIGGER operator_mails_no_update BEFORE UPDATE ON operator_mails BEGIN
    SELECT RAISE(ABORT, 'operator_mails: rows are never changed');
END;
CREATE TRIGGER operator_mails_no_delete BEFORE DELETE ON operator_mails BEGIN
    SELECT RAISE(ABORT, 'operator_mails: rows are never deleted');
END;
