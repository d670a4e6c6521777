-- Spaces that people register and activate while a campaign runs, and how the opening went on.
-- One SQL for H2 (MODE=PostgreSQL) and PostgreSQL.

-- What the rosters say; space_registered_at and space_activated_at are the earliest of it and of
-- what the actions below say.
ALTER TABLE person ADD COLUMN told_registered_at TIMESTAMP(6) WITH TIME ZONE;
ALTER TABLE person ADD COLUMN told_activated_at TIMESTAMP(6) WITH TIME ZONE;
UPDATE person SET told_registered_at = space_registered_at, told_activated_at = space_activated_at
  WHERE space_registered_at IS NOT NULL OR space_activated_at IS NOT NULL;

-- The actions space.registered and space.activated that nobody took back, also of accounts that
-- are not on the roster yet.
CREATE TABLE space_event (
  account        VARCHAR(128) NOT NULL,
  action         VARCHAR(128) NOT NULL,             -- its id
  registered_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- an activation implies it
  activated_at   TIMESTAMP(6) WITH TIME ZONE,
  PRIMARY KEY (account, action)
);
CREATE INDEX space_event_of_action ON space_event (action);
INSERT INTO space_event (account, action, registered_at, activated_at)
  SELECT j.actor, j.id, j.occurred_at,
    CASE WHEN j.type = 'space.activated' THEN j.occurred_at END
  FROM action_journal j
  WHERE j.type IN ('space.registered', 'space.activated')
    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.target = j.id);
UPDATE person SET
  space_registered_at = LEAST(told_registered_at,
    (SELECT min(e.registered_at) FROM space_event e WHERE e.account = person.account)),
  space_activated_at = LEAST(told_activated_at,
    (SELECT min(e.activated_at) FROM space_event e WHERE e.account = person.account))
  WHERE account IN (SELECT account FROM space_event);
-- counted afresh at the next look
UPDATE book SET counted_for = NULL
  WHERE EXISTS (SELECT 1 FROM space_event)
    AND campaign IN (SELECT id FROM campaign WHERE state = 'RUNNING');

-- What a school's present pupils make it: PRIMARY, JUNIOR, SENIOR, ACROSS; no row without pupils.
CREATE TABLE school_stage (
  school         VARCHAR(128) PRIMARY KEY,
  stage          VARCHAR(16)  NOT NULL
);
INSERT INTO school_stage (school, stage)
  SELECT school, CASE WHEN max(grade) <= 6 THEN 'PRIMARY' WHEN min(grade) >= 10 THEN 'SENIOR'
    WHEN min(grade) >= 7 AND max(grade) <= 9 THEN 'JUNIOR' ELSE 'ACROSS' END
  FROM membership WHERE role = 'STUDENT' AND valid_to IS NULL GROUP BY school;

-- People and their spaces on the last day of each week of a campaign.
CREATE TABLE opening_week (
  campaign       INT          NOT NULL,
  unit           VARCHAR(128) NOT NULL,             -- a school, a central school, '' for all
  last_day       DATE         NOT NULL,
  role           VARCHAR(16)  NOT NULL,             -- TEACHER, STUDENT
  people         INT          NOT NULL,
  registered     INT          NOT NULL,
  activated      INT          NOT NULL,
  PRIMARY KEY (campaign, unit, last_day, role)
);
-- The weeks whose rows above are up to date.
CREATE TABLE opening_counted (
  campaign       INT          NOT NULL,
  last_day       DATE         NOT NULL,
  PRIMARY KEY (campaign, last_day)
);
