-- Who holds the repeats of a notice back, why, and until when (inclusive); of several, the last counts. The table belongs to the service.
CREATE TABLE acknowledgements (
    row         INTEGER PRIMARY KEY,
    key         TEXT NOT NULL REFERENCES notices (key),
    subject     TEXT NOT NULL REFERENCES subjects (reference),
    partnership TEXT NOT NULL,
    until_day   TEXT NOT NULL,
    reason      TEXT NOT NULL CONSTRAINT "an acknowledgement has a reason" CHECK (trim(reason) <> ''),
    at          TEXT NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id)
);
CREATE INDEX acknowledgements_by_key ON acknowledgements (key);

CREATE TRIGGER acknowledgements_after_insert AFTER INSERT ON acknowledgements BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('acknowledgements', NEW.row, NEW.partnership);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.subject, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER acknowledgements_no_update BEFORE UPDATE ON acknowledgements BEGIN
    SELECT RAISE(ABORT, 'acknowledgements: rows are never changed');
END;
CREATE TRIGGER acknowledgements_no_delete BEFORE DELETE ON acknowledgements BEGIN
    SELECT RAISE(ABORT, 'acknowledgements: rows are never deleted');
END;
