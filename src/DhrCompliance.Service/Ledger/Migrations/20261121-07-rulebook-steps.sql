-- What became of each rulebook: proposed, withdrawn, refused or adopted, from where and by whom. The one adopted last is in force. The table belongs to the service.
CREATE TABLE rulebook_steps (
    row     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('proposed', 'withdrawn', 'refused', 'adopted')),
    source  TEXT NOT NULL,
    content TEXT NOT NULL,
    hash    TEXT NOT NULL,
    kept    TEXT REFERENCES rulebooks (hash) DEFERRABLE INITIALLY DEFERRED,
    base    TEXT,
    by_whom TEXT NOT NULL,
    account TEXT NOT NULL,
    detail  TEXT NOT NULL,
    at      TEXT NOT NULL,
    act     INTEGER NOT NULL REFERENCES acts (id),
    CONSTRAINT "the register keeps the text of what may come into force" CHECK (kind = 'refused' OR kept = hash)
);

CREATE TRIGGER rulebook_steps_after_insert AFTER INSERT ON rulebook_steps BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebook_steps', NEW.row, '');
END;
CREATE TRIGGER rulebook_steps_no_update BEFORE UPDATE ON rulebook_steps BEGIN
    SELECT RAISE(ABORT, 'rulebook_steps: rows are never changed');
END;
CREATE TRIGGER rulebook_steps_no_delete BEFORE DELETE ON rulebook_steps BEGIN
    SELECT RAISE(ABORT, 'rulebook_steps: rows are never deleted');
END;
