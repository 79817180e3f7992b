-- What holds for every writer of the register, whoever it is: rows are never changed, deleted or replaced, the database stamps the
-- time, and what a row refers to exists. INSERT OR REPLACE would delete without firing a trigger, so it is refused beforehand.

CREATE TRIGGER partnerships_before_insert BEFORE INSERT ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'partnerships.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM partnerships WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'partnerships.id: a case has this reference; cases and partnerships share one namespace')
    WHERE EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.id AND kind <> 'partnership');
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
CREATE TRIGGER partnerships_no_update BEFORE UPDATE ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships: rows are never changed; insert a new version');
END;
CREATE TRIGGER partnerships_no_delete BEFORE DELETE ON partnerships BEGIN
    SELECT RAISE(ABORT, 'partnerships: rows are never deleted; insert a new version');
END;

CREATE TRIGGER protocols_before_insert BEFORE INSERT ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols.witnessed_at: the database stamps it; leave it out')
    WHERE NEW.witnessed_at IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
    SELECT RAISE(ABORT, 'protocols.row: this row is taken, and rows are never replaced; leave row out')
    WHERE EXISTS (SELECT 1 FROM protocols WHERE row = NEW.row);
    SELECT RAISE(ABORT, 'protocols.partnership: no such partnership; insert the partnership first')
    WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE reference = NEW.partnership AND kind = 'partnership');
END;
CREATE TRIGGER protocols_after_insert AFTER INSERT ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM protocols WHERE partnership = NEW.partnership AND pack = NEW.pack AND from_day IS NEW.from_day AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('protocols', NEW.row, NEW.partnership);
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.partnership, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER protocols_no_update BEFORE UPDATE ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols: rows are never changed; insert a new version');
END;
CREATE TRIGGER protocols_no_delete BEFORE DELETE ON protocols BEGIN
    SELECT RAISE(ABORT, 'protocols: rows are never deleted; insert a new version');
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
CREATE TRIGGER contacts_after_insert AFTER INSERT ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM contacts WHERE role = NEW.role AND email = NEW.email AND partnership IS NEW.partnership AND reference IS NEW.reference
        AND agency IS NEW.agency AND from_day IS NEW.from_day AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('contacts', NEW.row, coalesce((SELECT partnership FROM subjects WHERE reference = NEW.reference), NEW.partnership, ''));
    INSERT INTO to_sweep (subject, mark) VALUES (coalesce(NEW.reference, NEW.partnership, ''), last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER contacts_no_update BEFORE UPDATE ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts: rows are never changed; insert a new version');
END;
CREATE TRIGGER contacts_no_delete BEFORE DELETE ON contacts BEGIN
    SELECT RAISE(ABORT, 'contacts: rows are never deleted; insert a new version');
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
CREATE TRIGGER cases_no_update BEFORE UPDATE ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: rows are never changed; insert a new version');
END;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: rows are never deleted; insert a new version');
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
CREATE TRIGGER case_partnerships_after_insert AFTER INSERT ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM case_partnerships WHERE reference = NEW.reference AND partnership = NEW.partnership AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('case_partnerships', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER case_partnerships_no_update BEFORE UPDATE ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships: rows are never changed; insert a new version');
END;
CREATE TRIGGER case_partnerships_no_delete BEFORE DELETE ON case_partnerships BEGIN
    SELECT RAISE(ABORT, 'case_partnerships: rows are never deleted; insert a new version');
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
CREATE TRIGGER items_after_insert AFTER INSERT ON items BEGIN
    SELECT RAISE(ABORT, 'items.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM items WHERE id = NEW.id AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('items', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER items_no_update BEFORE UPDATE ON items BEGIN
    SELECT RAISE(ABORT, 'items: rows are never changed; insert a new version');
END;
CREATE TRIGGER items_no_delete BEFORE DELETE ON items BEGIN
    SELECT RAISE(ABORT, 'items: rows are never deleted; insert a new version');
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
CREATE TRIGGER events_after_insert AFTER INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'events.row: a new version comes after the earlier ones; leave row out')
    WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id AND row > NEW.row);
    INSERT INTO to_chain (source, row, partnership)
    VALUES ('events', NEW.row, (SELECT partnership FROM subjects WHERE reference = NEW.reference));
    INSERT INTO to_sweep (subject, mark) VALUES (NEW.reference, last_insert_rowid())
    ON CONFLICT (subject) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'events: rows are never changed; insert a new version');
END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'events: rows are never deleted; insert a new version');
END;
