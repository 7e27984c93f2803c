-- All that can happen to a loan. What the projections hold is emptied here and read from the events
-- again by the next server that starts, as if it were new.

TRUNCATE journal_loan, journal_entry, journal_batch, journal_line,
         account_daily_total, loan_daily_total, loan_balance_head, loan, payment, reversal;
UPDATE projection_position SET position = 0;
DELETE FROM token_entry WHERE processor_name IN ('journal', 'balances', 'loans');

-- An entry that books the difference between what another does now and what it did before.
ALTER TABLE journal_entry ADD COLUMN restates_entry_id  uuid;
ALTER TABLE journal_entry ADD COLUMN caused_by_entry_id uuid;

ALTER TABLE loan_daily_total ADD COLUMN penalties_minor numeric(38, 0) NOT NULL;

-- How a loan has left the lender's books, and whether it is closed. A reversal undoes both, if it
-- undoes the entry with which the loan left.
ALTER TABLE loan DROP COLUMN status;
ALTER TABLE loan
  ADD COLUMN exit          text NOT NULL DEFAULT 'none'
    CHECK (exit IN ('none', 'charged_off', 'written_off', 'sold')),
  ADD COLUMN exit_entry_id uuid,
  -- What left with it: a loan of which nothing left, because all had been paid before, stayed.
  ADD COLUMN exit_minor    numeric(38, 0) NOT NULL DEFAULT 0,
  ADD CHECK ((exit = 'none') = (exit_entry_id IS NULL));

-- How the ledger computes the interest; null if the lender services the loan.
ALTER TABLE loan ADD COLUMN interest_method text;
CREATE INDEX loan_serviced ON loan (tenant, loan_id)
  WHERE interest_method IS NOT NULL AND closed_on IS NULL;

-- Every movement of a loan, payments among them, as it was posted.
DROP TABLE payment;
CREATE TABLE movement (
  tenant          text        NOT NULL,
  movement_id     uuid        NOT NULL, -- that of a batch of accruals is one for all its loans
  loan_id         uuid        NOT NULL,
  borrower_id     uuid        NOT NULL, -- looked up: an unknown loan has none, and is refused
  entry_id        uuid        NOT NULL,
  position        bigint      NOT NULL, -- of its event
  type            text        NOT NULL,
  payment_kind    text,                 -- of payments only
  amount_minor    bigint,               -- none if it is all that is owed, whatever that is
  currency        char(3)     NOT NULL,
  effective_date  date        NOT NULL,
  due_date        date,
  posted_at       timestamptz NOT NULL,
  source_method   text,
  external_ref    text,
  -- How it was split when it was posted, if it is one that is split.
  penalties_minor bigint,
  fees_minor      bigint,
  interest_minor  bigint,
  principal_minor bigint,
  suspense_minor  bigint,
  metadata        jsonb,
  PRIMARY KEY (tenant, movement_id, loan_id),
  CHECK (penalties_minor + fees_minor + interest_minor + principal_minor + suspense_minor
         = amount_minor)
);

-- A loan's movements, page by page, in the order in which they count.
CREATE INDEX movement_by_loan ON movement (tenant, loan_id, effective_date, position);

-- What is split otherwise by now than when it was posted: how it is split now. Rare, as reversals
-- are, and joined like them.
CREATE TABLE restatement (
  tenant            text   NOT NULL,
  restated_entry_id uuid   NOT NULL,
  penalties_minor   bigint,
  fees_minor        bigint,
  interest_minor    bigint,
  principal_minor   bigint,
  suspense_minor    bigint,
  PRIMARY KEY (tenant, restated_entry_id)
);
