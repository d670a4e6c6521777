-- Attributes that actions of a type have come with, to be offered where a condition is written.
CREATE TABLE known_attribute (
  type           VARCHAR(64)  NOT NULL,             -- of the action
  name           VARCHAR(100) NOT NULL,
  kind           VARCHAR(16)  NOT NULL,             -- STRING, NUMBER, BOOLEAN, LIST, OBJECT
  example        VARCHAR(100) NOT NULL,             -- the first value seen, cut
  PRIMARY KEY (type, name)
);
