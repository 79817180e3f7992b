-- What sort of mail a delivery is, and the calendar entries that come with it. Deliveries of earlier versions have neither.
ALTER TABLE deliveries ADD COLUMN kind TEXT CONSTRAINT "kind is one of a delivery's" CHECK (
    kind IS NULL OR kind IN ('digest', 'urgent', 'held', 'backlog', 'weekly'));
ALTER TABLE deliveries ADD COLUMN calendar TEXT;

CREATE INDEX deliveries_by_address ON deliveries (address COLLATE NOCASE);
CREATE INDEX deliveries_by_day ON deliveries (planned_on);
CREATE INDEX delivery_notices_by_delivery ON delivery_notices (delivery);
