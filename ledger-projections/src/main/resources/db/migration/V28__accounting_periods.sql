-- Which periods are closed, who has closed and opened them and why, and the trial balance of each
-- closing. What was posted before has its value date as its effective date, so nothing is read again.

ALTER TABLE journal_entry ADD COLUMN value_date date; -- null if it is the effective date
ALTER TABLE journal_batch ADD COLUMN value_date date;

ALTER TABLE books_settings
  ADD COLUMN period_four_eyes boolean NOT NULL DEFAULT false,
  ADD COLUMN late_postings text NOT NULL DEFAULT 'refused'
    CHECK (late_postings IN ('refused', 'first_open_day'));

-- The journal of closings and re-openings, in its order.
CREATE TABLE accounting_period_change (
  tenant          text        NOT NULL,
  position        bigint      NOT NULL, -- of the event
  kind            text        NOT NULL, -- closed, reopened, close_requested ...
  closing         integer,              -- which closing of the tenant it is, or is about
  first_day       date,                 -- null if the period begins with the books
  last_day        date        NOT NULL,
  actor           text,                 -- who has done it, or asked for it
  approved_by     text,
  reason          text,
  approval_reason text,
  sha256          text,                 -- of the trial balance that was kept
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant, position)
);

-- What was booked to each account up to the last day of a period, when it was closed.
CREATE TABLE accounting_period_balance (
  tenant       text    NOT NULL,
  closing      integer NOT NULL,
  account_code text    NOT NULL,
  currency     char(3) NOT NULL,
  debit_minor  numeric NOT NULL,
  credit_minor numeric NOT NULL,
  PRIMARY KEY (tenant, closing, account_code, currency)
);
