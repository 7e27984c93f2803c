-- What banks say, to hold the books against.

CREATE TABLE bank_statement (
  tenant           text        NOT NULL,
  statement_id     uuid        NOT NULL,
  position         bigint      NOT NULL, -- of the event that brought it in
  bank_account_ref text        NOT NULL,
  statement_ref    text        NOT NULL,
  currency         char(3)     NOT NULL,
  from_date        date        NOT NULL,
  to_date          date        NOT NULL,
  opening_minor    bigint,
  closing_minor    bigint,
  imported_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant, statement_id)
);

CREATE TABLE bank_line (
  tenant         text     NOT NULL,
  statement_id   uuid     NOT NULL,
  sequence       smallint NOT NULL, -- 1, 2, 3 ... within the statement
  booked_on      date     NOT NULL,
  value_date     date,
  amount_minor   bigint   NOT NULL CHECK (amount_minor <> 0), -- below zero if it went
  reference      text,
  bank_reference text,
  PRIMARY KEY (tenant, statement_id, sequence)
);

CREATE INDEX bank_line_by_reference ON bank_line (tenant, reference, amount_minor)
  WHERE reference IS NOT NULL;

-- Movements are added in the order in which they are posted: an index of a few pages that says
-- where a day begins, so that a statement is not held against the payments of all years.
CREATE INDEX movement_by_time ON movement USING brin (posted_at) WITH (autosummarize = on);
