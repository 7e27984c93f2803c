-- What is pending and what is set aside, beside what is settled. Lines and totals have had their
-- column for it from the beginning, and there was nothing else than settled: nothing has to be read
-- again.

-- The payments of loans that are or were pending. They are no movements while they are; one that is
-- settled is a movement of the same identity then.
CREATE TABLE pending_payment (
  tenant            text        NOT NULL,
  payment_id        uuid        NOT NULL,
  loan_id           uuid        NOT NULL,
  borrower_id       uuid        NOT NULL, -- looked up: an unknown loan has none, and is refused
  entry_id          uuid        NOT NULL, -- in the layer of what is pending
  position          bigint      NOT NULL, -- of its event
  payment_kind      text        NOT NULL,
  amount_minor      bigint      NOT NULL,
  currency          char(3)     NOT NULL,
  effective_date    date        NOT NULL,
  posted_at         timestamptz NOT NULL,
  source_method     text,
  external_ref      text,
  metadata          jsonb       NOT NULL,
  status            text        NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'settled', 'voided')),
  ended_by_entry_id uuid,                 -- the entry that undid the pending one
  PRIMARY KEY (tenant, payment_id),
  CHECK ((status = 'pending') = (ended_by_entry_id IS NULL))
);

-- What is on its way to a loan, in the order in which it was announced.
CREATE INDEX pending_payment_open ON pending_payment (tenant, loan_id, position)
  WHERE status = 'pending';

-- A manual entry is written for a layer, and waits for approval in none.
ALTER TABLE manual_entry ADD COLUMN layer text NOT NULL DEFAULT 'settled'
  CHECK (layer IN ('settled', 'pending', 'encumbrance'));
