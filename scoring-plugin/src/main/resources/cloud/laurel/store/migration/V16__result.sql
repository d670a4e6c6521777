-- The result of a campaign rests on a snapshot that holds everything it needs.

ALTER TABLE standing_snapshot ADD COLUMN whole BOOLEAN DEFAULT FALSE NOT NULL;     -- whether the people are frozen too
ALTER TABLE standing_snapshot ADD COLUMN reason VARCHAR(2000) DEFAULT '' NOT NULL; -- of a correction
ALTER TABLE standing_snapshot ADD COLUMN taken_by VARCHAR(128) DEFAULT '' NOT NULL;

-- Administrators and teachers as they were; the content of the snapshot holds their digest.
CREATE TABLE snapshot_person (
  snapshot       BIGINT       NOT NULL REFERENCES standing_snapshot (id),
  role           VARCHAR(16)  NOT NULL,             -- ADMINISTRATOR, TEACHER
  account        VARCHAR(128) NOT NULL,
  school         VARCHAR(128) NOT NULL,             -- whoever belongs to two schools has two rows
  name           VARCHAR(500) NOT NULL,
  points         BIGINT       NOT NULL,
  PRIMARY KEY (snapshot, role, account, school)
);
CREATE INDEX snapshot_person_points ON snapshot_person (snapshot, role, points);
