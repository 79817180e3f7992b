-- What the intake folder took, once for each thing that was handed in, in the act that wrote its rows. The table belongs to the service.
CREATE TABLE intakes (
    row         INTEGER PRIMARY KEY,
    unit        TEXT NOT NULL CONSTRAINT "what was handed in is taken once" UNIQUE,
    hash        TEXT NOT NULL,
    partnership TEXT NOT NULL,
    made        INTEGER NOT NULL,
    refused     INTEGER NOT NULL,
    detail      TEXT NOT NULL,
    at          TEXT NOT NULL,
    act         INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TRIGGER intakes_after_insert AFTER INSERT ON intakes BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('intakes', NEW.row, '');
END;
CREATE TRIGGER intakes_no_update BEFORE UPDATE ON intakes BEGIN
    SELECT RAISE(ABORT, 'intakes: rows are never changed');
END;
CREATE TRIGGER intakes_no_delete BEFORE DELETE ON intakes BEGIN
    SELECT RAISE(ABORT, 'intakes: rows are never deleted');
END;
