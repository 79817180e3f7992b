-- The register: one table for each file of the import format. docs/register.md is the contract for systems that insert here.
-- Every row is a version; none is ever changed or deleted (the next script).

-- What rows may refer to: reviews and partnerships, in one namespace. Kept by triggers.
CREATE TABLE subjects (
    reference   TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    partnership TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX subjects_by_partnership ON subjects (partnership);

-- Partnerships: the latest row of an id counts.
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
CREATE INDEX partnerships_by_id ON partnerships (id);

-- Local packs that partnerships adopted: the latest row of a partnership, pack and first day counts.
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
CREATE INDEX protocols_by_partnership ON protocols (partnership, pack);

-- Who holds a role: the latest row of a partnership, case, agency, role, address and first day counts.
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
CREATE INDEX contacts_by_role ON contacts (role, email);

-- Reviews: the latest row of a reference counts.
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
CREATE INDEX cases_by_reference ON cases (reference);

-- Other partnerships with a part in a review: the latest row of a case and partnership counts; the part none ends it.
CREATE TABLE case_partnerships (
    row INTEGER PRIMARY KEY,
    reference TEXT NOT NULL,
    partnership TEXT NOT NULL,
    part TEXT NOT NULL,
    witnessed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT "row is given by the database: leave it out" CHECK (row BETWEEN 1 AND 1000000000000000),
    CONSTRAINT "part is joint, lead, contributing, administering or none" CHECK (part IN ('joint', 'lead', 'contributing', 'administering', 'none'))
);
CREATE INDEX case_partnerships_by_reference ON case_partnerships (reference, partnership);

-- What a review has several of: the latest row of an id counts. An id keeps its case and its kind.
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
CREATE INDEX items_by_id ON items (id);
CREATE INDEX items_by_reference ON items (reference, id);

-- What happened or is planned: the latest row of an id counts. An id keeps its case.
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
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_reference ON events (reference, id);
