-- How far each projection has read. A row changes in the same database transaction as the rows of
-- its projection, so a reader who sees the position also sees everything up to it, and no event
-- counts twice. Each projection's migration adds its row.

CREATE TABLE projection_position (
  projection text   NOT NULL PRIMARY KEY,
  position   bigint NOT NULL CHECK (position >= 0) -- of the last event taken into account; 0 is none
);
