-- Where the status of each certificate's credential stands (W3C Bitstring Status List v1.0): drawn
-- when it is first printed and kept when that is done again. What was issued before has no such
-- place: its credential names no list and is never changed.
CREATE TABLE certificate_status (
  certificate    BIGINT       PRIMARY KEY REFERENCES certificate (id),
  status_list    INT          NOT NULL,             -- from 1
  status_index   INT          NOT NULL,             -- at random, so that nothing follows from it
  UNIQUE (status_list, status_index)
);
