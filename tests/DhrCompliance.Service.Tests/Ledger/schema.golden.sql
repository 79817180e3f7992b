CREATE TRIGGER acknowledgements_after_insert AFTER INSERT ON acknowledgements BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('acknowledgements', NEW.row, NEW.partnership);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.subject, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER acknowledgements_no_delete BEFORE DELETE ON acknowledgements BEGIN
    SELECT RAISE(ABORT, 'acknowledgements: rows are never deleted');
END;

CREATE TRIGGER acknowledgements_no_update BEFORE UPDATE ON acknowledgements BEGIN
    SELECT RAISE(ABORT, 'acknowledgements: rows are never changed');
END;

CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN
    SELECT RAISE(ABORT, 'acts: rows are never deleted');
END;

CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN
    SELECT RAISE(ABORT, 'acts: rows are never changed');
END;

CREATE TRIGGER assessments_after_insert AFTER INSERT ON assessments BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('assessments', NEW.row, NEW.partnership);
END;

CREATE TRIGGER assessments_no_delete BEFORE DELETE ON assessments BEGIN
    SELECT RAISE(ABORT, 'assessments: rows are never deleted');
END;

CREATE TRIGGER assessments_no_update BEFORE UPDATE ON assessments BEGIN
    SELECT RAISE(ABORT, 'assessments: rows are never changed');
END;

CREATE TRIGGER case_partnerships_after_insert AFTER INSERT ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM case_partnerships WHERE reference = NEW.reference AND partnership = NEW.partnership AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('case_partnerships', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER case_partnerships_before_insert BEFORE INSERT ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'case_partnerships.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM case_partnerships WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'case_partnerships.reference: no such case; insert the case first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.reference AND kind = 'review');
    SELECT RAISE(ABORT, 'case_partnerships.partnership: no such partnership; insert the partnership first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.partnership AND kind = 'partnership');
END;

CREATE TRIGGER case_partnerships_no_delete BEFORE DELETE ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships: rows are never deleted; insert a new version');
END;

CREATE TRIGGER case_partnerships_no_update BEFORE UPDATE ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships: rows are never changed; insert a new version');
END;

CREATE TRIGGER cases_after_insert AFTER INSERT ON cases BEGIN
    SELECT RAISE(ABORT, 'cases.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM cases WHERE reference = NEW.reference AND row > NEW.row);
    INSERT INTO subjects (reference, kind, partnership) VALUES (NEW.reference, 'review', NEW.partnership)
    ON CONFLICT (reference) DO UPDATE SET partnership = excluded.partnership WHERE partnership <> excluded.partnership;
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('cases', NEW.row, NEW.partnership);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER cases_before_insert BEFORE INSERT ON cases BEGIN
    SELECT RAISE(ABORT, 'cases.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'cases.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM cases WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'cases.reference: a partnership has this id; cases and partnerships share one namespace')
    WHERE EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.reference AND kind <> 'review');
    SELECT RAISE(ABORT, 'cases.partnership: no such partnership; insert the partnership first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.partnership AND kind = 'partnership');
    SELECT RAISE(ABORT, 'cases.facts: every value is text, and each name stands once')
    WHERE NEW.facts <> '{}' AND (
        SELECT count(*) <> count(DISTINCT key) OR total(type <> 'text') > 0
        FROM json_each(CASE WHEN json_valid(NEW.facts) THEN NEW.facts ELSE '{}' END));
END;

CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: rows are never deleted; insert a new version');
END;

CREATE TRIGGER cases_no_update BEFORE UPDATE ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: rows are never changed; insert a new version');
END;

CREATE TRIGGER contacts_after_insert AFTER INSERT ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM contacts WHERE role = NEW.role AND email = NEW.email AND partnership IS NEW.partnership AND reference IS NEW.reference
        AND agency IS NEW.agency AND from_day IS NEW.from_day AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('contacts', NEW.row, coalesce((SELECT partnership FROM subjects WHERE reference = NEW.reference), NEW.partnership, ''));
    INSERT INTO to_sweep (subject, mark) VALUES (coalesce(NEW.reference, NEW.partnership, ''), last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER contacts_before_insert BEFORE INSERT ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'contacts.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM contacts WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'contacts.partnership: no such partnership; insert the partnership first')
    WHERE NEW.partnership IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.partnership AND kind = 'partnership');
    SELECT RAISE(ABORT, 'contacts.reference: no such case; insert the case first')
    WHERE NEW.reference IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.reference AND kind = 'review');
END;

CREATE TRIGGER contacts_no_delete BEFORE DELETE ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts: rows are never deleted; insert a new version');
END;

CREATE TRIGGER contacts_no_update BEFORE UPDATE ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts: rows are never changed; insert a new version');
END;

CREATE TRIGGER deliveries_after_insert AFTER INSERT ON deliveries BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('deliveries', NEW.row, NEW.partnership);
END;

CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'deliveries: rows are never deleted');
END;

CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'deliveries: rows are never changed');
END;

CREATE TRIGGER delivery_states_after_insert AFTER INSERT ON delivery_states BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('delivery_states', NEW.row, NEW.partnership);
END;

CREATE TRIGGER delivery_states_no_delete BEFORE DELETE ON delivery_states BEGIN
    SELECT RAISE(ABORT, 'delivery_states: rows are never deleted');
END;

CREATE TRIGGER delivery_states_no_update BEFORE UPDATE ON delivery_states BEGIN
    SELECT RAISE(ABORT, 'delivery_states: rows are never changed');
END;

CREATE TRIGGER events_after_insert AFTER INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'events.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('events', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER events_before_insert BEFORE INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'events.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'events.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM events WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'events.reference: no such case or partnership; insert it first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.reference);
    SELECT RAISE(ABORT, 'events.item: this case has no such item; insert the item first')
    WHERE NEW.item IS NOT NULL AND NOT EXISTS (SELECT 1 FROM items WHERE id = NEW.item AND reference = NEW.reference);
    SELECT RAISE(ABORT, 'events.id: it belongs to another case; an id is never used again')
    WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id AND reference <> NEW.reference);
    SELECT RAISE(ABORT, 'events.attributes: every value is text, and each name stands once')
    WHERE NEW.attributes <> '{}' AND (
        SELECT count(*) <> count(DISTINCT key) OR total(type <> 'text') > 0
        FROM json_each(CASE WHEN json_valid(NEW.attributes) THEN NEW.attributes ELSE '{}' END));
END;

CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'events: rows are never deleted; insert a new version');
END;

CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'events: rows are never changed; insert a new version');
END;

CREATE TRIGGER intakes_after_insert AFTER INSERT ON intakes BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('intakes', NEW.row, '');
END;

CREATE TRIGGER intakes_no_delete BEFORE DELETE ON intakes BEGIN
    SELECT RAISE(ABORT, 'intakes: rows are never deleted');
END;

CREATE TRIGGER intakes_no_update BEFORE UPDATE ON intakes BEGIN
    SELECT RAISE(ABORT, 'intakes: rows are never changed');
END;

CREATE TRIGGER items_after_insert AFTER INSERT ON items BEGIN
    SELECT RAISE(ABORT, 'items.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM items WHERE id = NEW.id AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('items', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER items_before_insert BEFORE INSERT ON items BEGIN
    SELECT RAISE(ABORT, 'items.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'items.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM items WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'items.reference: no such case; insert the case first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.reference AND kind = 'review');
    SELECT RAISE(ABORT, 'items.id: it belongs to another case or another kind; an id is never used again')
    WHERE EXISTS (SELECT 1 FROM items WHERE id = NEW.id AND (reference <> NEW.reference OR kind <> NEW.kind));
    SELECT RAISE(ABORT, 'items.facts: every value is text, and each name stands once')
    WHERE NEW.facts <> '{}' AND (
        SELECT count(*) <> count(DISTINCT key) OR total(type <> 'text') > 0
        FROM json_each(CASE WHEN json_valid(NEW.facts) THEN NEW.facts ELSE '{}' END));
END;

CREATE TRIGGER items_no_delete BEFORE DELETE ON items BEGIN
    SELECT RAISE(ABORT, 'items: rows are never deleted; insert a new version');
END;

CREATE TRIGGER items_no_update BEFORE UPDATE ON items BEGIN
    SELECT RAISE(ABORT, 'items: rows are never changed; insert a new version');
END;

CREATE TRIGGER notice_withdrawals_after_insert AFTER INSERT ON notice_withdrawals BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('notice_withdrawals', NEW.row, NEW.partnership);
END;

CREATE TRIGGER notice_withdrawals_no_delete BEFORE DELETE ON notice_withdrawals BEGIN
    SELECT RAISE(ABORT, 'notice_withdrawals: rows are never deleted');
END;

CREATE TRIGGER notice_withdrawals_no_update BEFORE UPDATE ON notice_withdrawals BEGIN
    SELECT RAISE(ABORT, 'notice_withdrawals: rows are never changed');
END;

CREATE TRIGGER notices_after_insert AFTER INSERT ON notices BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('notices', NEW.row, NEW.partnership);
END;

CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices BEGIN
    SELECT RAISE(ABORT, 'notices: rows are never deleted');
END;

CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices BEGIN
    SELECT RAISE(ABORT, 'notices: rows are never changed');
END;

CREATE TRIGGER operator_mails_after_insert AFTER INSERT ON operator_mails BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('operator_mails', NEW.row, '');
END;

CREATE TRIGGER operator_mails_no_delete BEFORE DELETE ON operator_mails BEGIN
    SELECT RAISE(ABORT, 'operator_mails: rows are never deleted');
END;

CREATE TRIGGER operator_mails_no_update BEFORE UPDATE ON operator_mails BEGIN
    SELECT RAISE(ABORT, 'operator_mails: rows are never changed');
END;

CREATE TRIGGER partnerships_after_insert AFTER INSERT ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM partnerships WHERE id = NEW.id AND row > NEW.row);
    INSERT INTO subjects (reference, kind, partnership) VALUES (NEW.id, 'partnership', NEW.id)
    ON CONFLICT (reference) DO NOTHING;
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('partnerships', NEW.row, NEW.id);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.id, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER partnerships_before_insert BEFORE INSERT ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'partnerships.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM partnerships WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'partnerships.id: a case has this reference; cases and partnerships share one namespace')
    WHERE EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.id AND kind <> 'partnership');
END;

CREATE TRIGGER partnerships_no_delete BEFORE DELETE ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships: rows are never deleted; insert a new version');
END;

CREATE TRIGGER partnerships_no_update BEFORE UPDATE ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships: rows are never changed; insert a new version');
END;

CREATE TRIGGER protocols_after_insert AFTER INSERT ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM protocols WHERE partnership = NEW.partnership AND pack = NEW.pack AND from_day IS NEW.from_day AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('protocols', NEW.row, NEW.partnership);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.partnership, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;

CREATE TRIGGER protocols_before_insert BEFORE INSERT ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'protocols.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM protocols WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'protocols.partnership: no such partnership; insert the partnership first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.partnership AND kind = 'partnership');
END;

CREATE TRIGGER protocols_no_delete BEFORE DELETE ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols: rows are never deleted; insert a new version');
END;

CREATE TRIGGER protocols_no_update BEFORE UPDATE ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols: rows are never changed; insert a new version');
END;

CREATE TRIGGER rulebook_files_after_insert AFTER INSERT ON rulebook_files BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebook_files', NEW.row, '');
END;

CREATE TRIGGER rulebook_files_no_delete BEFORE DELETE ON rulebook_files BEGIN
    SELECT RAISE(ABORT, 'rulebook_files: rows are never deleted');
END;

CREATE TRIGGER rulebook_files_no_update BEFORE UPDATE ON rulebook_files BEGIN
    SELECT RAISE(ABORT, 'rulebook_files: rows are never changed');
END;

CREATE TRIGGER rulebook_steps_after_insert AFTER INSERT ON rulebook_steps BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebook_steps', NEW.row, '');
END;

CREATE TRIGGER rulebook_steps_no_delete BEFORE DELETE ON rulebook_steps BEGIN
    SELECT RAISE(ABORT, 'rulebook_steps: rows are never deleted');
END;

CREATE TRIGGER rulebook_steps_no_update BEFORE UPDATE ON rulebook_steps BEGIN
    SELECT RAISE(ABORT, 'rulebook_steps: rows are never changed');
END;

CREATE TRIGGER rulebooks_after_insert AFTER INSERT ON rulebooks BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('rulebooks', NEW.row, '');
END;

CREATE TRIGGER rulebooks_no_delete BEFORE DELETE ON rulebooks BEGIN
    SELECT RAISE(ABORT, 'rulebooks: rows are never deleted');
END;

CREATE TRIGGER rulebooks_no_update BEFORE UPDATE ON rulebooks BEGIN
    SELECT RAISE(ABORT, 'rulebooks: rows are never changed');
END;

CREATE TRIGGER sweep_failures_after_insert AFTER INSERT ON sweep_failures BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('sweep_failures', NEW.row, '');
END;

CREATE TRIGGER sweep_failures_no_delete BEFORE DELETE ON sweep_failures BEGIN
    SELECT RAISE(ABORT, 'sweep_failures: rows are never deleted');
END;

CREATE TRIGGER sweep_failures_no_update BEFORE UPDATE ON sweep_failures BEGIN
    SELECT RAISE(ABORT, 'sweep_failures: rows are never changed');
END;

CREATE TRIGGER sweeps_after_insert AFTER INSERT ON sweeps BEGIN
    INSERT INTO to_chain (source, row, partnership) VALUES ('sweeps', NEW.row, '');
END;

CREATE TRIGGER sweeps_no_delete BEFORE DELETE ON sweeps BEGIN
    SELECT RAISE(ABORT, 'sweeps: rows are never deleted');
END;

CREATE TRIGGER sweeps_no_update BEFORE UPDATE ON sweeps BEGIN
    SELECT RAISE(ABORT, 'sweeps: rows are never changed');
END;

CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN
    SELECT RAISE(ABORT, 'trail: rows are never deleted');
END;

CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN
    SELECT RAISE(ABORT, 'trail: rows are never changed');
END;

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

CREATE TABLE acts (
    id           INTEGER PRIMARY KEY,
    command      TEXT NOT NULL,
    by_whom      TEXT NOT NULL,
    host         TEXT NOT NULL,
    tool_version TEXT NOT NULL,
    at           TEXT NOT NULL
);

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

CREATE TABLE case_partnerships (
    row INTEGER PRIMARY KEY,
    reference TEXT NOT NULL,
    partnership TEXT NOT NULL,
    part TEXT NOT NULL,
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "part is joint, lead, contributing, administering or none" CHECK (part IN ('joint', 'lead', 'contributing', 'administering', 'none'))
);

CREATE TABLE cases (
    row INTEGER PRIMARY KEY,
    reference TEXT NOT NULL,
    partnership TEXT NOT NULL,
    kept_since TEXT,
    facts TEXT NOT NULL DEFAULT '{}',
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "reference is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(reference) = 'text' AND length(reference) BETWEEN 1 AND 100 AND reference = trim(reference) AND instr(reference, '|') = 0 AND instr(reference, char(0)) = 0
        AND reference NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "kept_since is a day (2026-03-31), or NULL where it is not known" CHECK (kept_since IS NULL OR (typeof(kept_since) = 'text' AND date(kept_since, '+0 days') IS kept_since)),
    CONSTRAINT "facts is a JSON object" CHECK (CASE WHEN json_valid(facts) THEN json_type(facts) = 'object' ELSE 0 END)
);

CREATE TABLE contacts (
    row INTEGER PRIMARY KEY,
    partnership TEXT,
    reference TEXT,
    agency TEXT,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    from_day TEXT,
    until_day TEXT,
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "partnership is text, or NULL where there is none" CHECK (typeof(partnership) IN ('text', 'null') AND partnership IS NOT '' AND coalesce(instr(partnership, char(0)), 0) = 0),
    CONSTRAINT "reference is text, or NULL where there is none" CHECK (typeof(reference) IN ('text', 'null') AND reference IS NOT '' AND coalesce(instr(reference, char(0)), 0) = 0),
    CONSTRAINT "agency is text, or NULL where there is none" CHECK (typeof(agency) IN ('text', 'null') AND agency IS NOT '' AND coalesce(instr(agency, char(0)), 0) = 0),
    CONSTRAINT "role is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(role) = 'text' AND length(role) BETWEEN 1 AND 100 AND role = trim(role) AND instr(role, '|') = 0 AND instr(role, char(0)) = 0
        AND role NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "email is one address" CHECK (typeof(email) = 'text' AND length(email) <= 320 AND email LIKE '%_@_%' AND instr(email, char(0)) = 0
        AND email NOT GLOB '*[' || char(1) || '-' || char(32) || char(127) || ',;<>]*'),
    CONSTRAINT "from_day is a day (2026-03-31), or NULL where it is not known" CHECK (from_day IS NULL OR (typeof(from_day) = 'text' AND date(from_day, '+0 days') IS from_day)),
    CONSTRAINT "until_day is a day (2026-03-31), or NULL where it is not known" CHECK (until_day IS NULL OR (typeof(until_day) = 'text' AND date(until_day, '+0 days') IS until_day))
);

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
, kind TEXT CONSTRAINT "kind is one of a delivery's" CHECK (
    kind IS NULL OR kind IN ('digest', 'urgent', 'held', 'backlog', 'weekly')), calendar TEXT);

CREATE TABLE delivery_notices (
    notice   TEXT NOT NULL REFERENCES notices (key) DEFERRABLE INITIALLY DEFERRED,
    delivery TEXT NOT NULL REFERENCES deliveries (id),
    PRIMARY KEY (notice, delivery)
) WITHOUT ROWID;

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

CREATE TABLE events (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    item TEXT,
    event TEXT NOT NULL,
    date TEXT,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    note TEXT,
    recorded_by TEXT,
    recorded_at TEXT,
    attributes TEXT NOT NULL DEFAULT '{}',
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "id is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(id) = 'text' AND length(id) BETWEEN 1 AND 100 AND id = trim(id) AND instr(id, '|') = 0 AND instr(id, char(0)) = 0
        AND id NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "event is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(event) = 'text' AND length(event) BETWEEN 1 AND 100 AND event = trim(event) AND instr(event, '|') = 0 AND instr(event, char(0)) = 0
        AND event NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "date is text, or NULL where there is none" CHECK (typeof(date) IN ('text', 'null') AND date IS NOT '' AND coalesce(instr(date, char(0)), 0) = 0),
    CONSTRAINT "withdrawn is 0 or 1" CHECK (withdrawn IN (0, 1)),
    CONSTRAINT "note is text, or NULL where there is none" CHECK (typeof(note) IN ('text', 'null') AND note IS NOT '' AND coalesce(instr(note, char(0)), 0) = 0),
    CONSTRAINT "recorded_by is text, or NULL where there is none" CHECK (typeof(recorded_by) IN ('text', 'null') AND recorded_by IS NOT '' AND coalesce(instr(recorded_by, char(0)), 0) = 0),
    CONSTRAINT "recorded_at is text, or NULL where there is none" CHECK (typeof(recorded_at) IN ('text', 'null') AND recorded_at IS NOT '' AND coalesce(instr(recorded_at, char(0)), 0) = 0),
    CONSTRAINT "attributes is a JSON object" CHECK (CASE WHEN json_valid(attributes) THEN json_type(attributes) = 'object' ELSE 0 END)
);

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

CREATE TABLE items (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}',
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "id is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(id) = 'text' AND length(id) BETWEEN 1 AND 100 AND id = trim(id) AND instr(id, '|') = 0 AND instr(id, char(0)) = 0
        AND id NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "kind is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(kind) = 'text' AND length(kind) BETWEEN 1 AND 100 AND kind = trim(kind) AND instr(kind, '|') = 0 AND instr(kind, char(0)) = 0
        AND kind NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "facts is a JSON object" CHECK (CASE WHEN json_valid(facts) THEN json_type(facts) = 'object' ELSE 0 END)
);

CREATE TABLE migrations (
    name       TEXT NOT NULL PRIMARY KEY,
    sha256     TEXT NOT NULL,
    applied_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE notice_withdrawals (
    row          INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE REFERENCES notices (key),
    partnership  TEXT NOT NULL,
    withdrawn_on TEXT NOT NULL,
    act          INTEGER NOT NULL REFERENCES acts (id)
);

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

CREATE TABLE numbers_given (
    reference TEXT NOT NULL,
    kind      TEXT NOT NULL,
    last      INTEGER NOT NULL,
    PRIMARY KEY (reference, kind)
) WITHOUT ROWID;

CREATE TABLE operator_mails (
    row     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    about   TEXT NOT NULL,
    subject TEXT NOT NULL,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL,
    act     INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TABLE partnerships (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    kept_since TEXT,
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "id is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(id) = 'text' AND length(id) BETWEEN 1 AND 100 AND id = trim(id) AND instr(id, '|') = 0 AND instr(id, char(0)) = 0
        AND id NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "name is text" CHECK (typeof(name) = 'text' AND length(name) > 0 AND instr(name, char(0)) = 0),
    CONSTRAINT "jurisdiction is england or wales" CHECK (jurisdiction IN ('england', 'wales')),
    CONSTRAINT "kept_since is a day (2026-03-31), or NULL where it is not known" CHECK (kept_since IS NULL OR (typeof(kept_since) = 'text' AND date(kept_since, '+0 days') IS kept_since))
);

CREATE TABLE protocols (
    row INTEGER PRIMARY KEY,
    partnership TEXT NOT NULL,
    pack TEXT NOT NULL,
    from_day TEXT,
    until_day TEXT,
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "pack is 1 to 100 characters, without a bar, control characters or blanks around it" CHECK (typeof(pack) = 'text' AND length(pack) BETWEEN 1 AND 100 AND pack = trim(pack) AND instr(pack, '|') = 0 AND instr(pack, char(0)) = 0
        AND pack NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*'),
    CONSTRAINT "from_day is a day (2026-03-31), or NULL where it is not known" CHECK (from_day IS NULL OR (typeof(from_day) = 'text' AND date(from_day, '+0 days') IS from_day)),
    CONSTRAINT "until_day is a day (2026-03-31), or NULL where it is not known" CHECK (until_day IS NULL OR (typeof(until_day) = 'text' AND date(until_day, '+0 days') IS until_day))
);

CREATE TABLE register_marks (
    name TEXT NOT NULL PRIMARY KEY,
    set_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE rulebook_files (
    row  INTEGER PRIMARY KEY,
    hash TEXT NOT NULL REFERENCES rulebooks (hash) DEFERRABLE INITIALLY DEFERRED,
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (hash, path)
);

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

CREATE TABLE rulebooks (
    row   INTEGER PRIMARY KEY,
    hash  TEXT NOT NULL UNIQUE,
    packs TEXT NOT NULL,
    act   INTEGER NOT NULL REFERENCES acts (id)
);

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standing (
    reference      TEXT NOT NULL PRIMARY KEY,
    as_of          TEXT NOT NULL,
    digest         TEXT,
    next_change_on TEXT
) WITHOUT ROWID;

CREATE TABLE subjects (
    reference   TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    partnership TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sweep_failures (
    row    INTEGER PRIMARY KEY,
    day    TEXT NOT NULL,
    kind   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    act    INTEGER NOT NULL REFERENCES acts (id)
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

CREATE TABLE to_chain (
    arrival     INTEGER PRIMARY KEY AUTOINCREMENT,
    source      TEXT NOT NULL,
    row         INTEGER NOT NULL,
    partnership TEXT NOT NULL
);

CREATE TABLE to_sweep (
    subject TEXT NOT NULL PRIMARY KEY,
    mark    INTEGER NOT NULL
) WITHOUT ROWID;

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

CREATE TABLE trail_heads (
    partnership TEXT NOT NULL PRIMARY KEY,
    sequence    INTEGER NOT NULL,
    hash        BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE trail_salts (
    partnership TEXT NOT NULL,
    sequence    INTEGER NOT NULL,
    salt        BLOB NOT NULL,
    PRIMARY KEY (partnership, sequence)
) WITHOUT ROWID;

CREATE INDEX acknowledgements_by_key ON acknowledgements (key);

CREATE INDEX assessments_by_reference ON assessments (reference);

CREATE INDEX case_partnerships_by_reference ON case_partnerships (reference, partnership);

CREATE INDEX cases_by_reference ON cases (reference);

CREATE INDEX contacts_by_role ON contacts (role, email);

CREATE INDEX deliveries_by_address ON deliveries (address COLLATE NOCASE);

CREATE INDEX deliveries_by_day ON deliveries (planned_on);

CREATE INDEX delivery_notices_by_delivery ON delivery_notices (delivery);

CREATE INDEX delivery_states_by_delivery ON delivery_states (delivery);

CREATE INDEX events_by_id ON events (id);

CREATE INDEX events_by_reference ON events (reference, id);

CREATE INDEX items_by_id ON items (id);

CREATE INDEX items_by_reference ON items (reference, id);

CREATE INDEX notices_by_subject ON notices (subject);

CREATE INDEX operator_mails_by_kind ON operator_mails (kind, about);

CREATE INDEX partnerships_by_id ON partnerships (id);

CREATE INDEX protocols_by_partnership ON protocols (partnership, pack);

CREATE INDEX subjects_by_partnership ON subjects (partnership);
