-- Loans and payments as they stand, for whoever asks for one of them.

CREATE TABLE loan (
  tenant                 text        NOT NULL,
  loan_id                uuid        NOT NULL,
  borrower_id            uuid        NOT NULL,
  currency               char(3)     NOT NULL,
  program_id             text,
  -- What was agreed. Each part may be missing.
  principal_minor        bigint,
  annual_interest_rate   text,       -- a decimal fraction, given back as it was written
  day_count_convention   text,
  repayment_frequency    text,
  instalment_count       integer,
  first_due_date         date,
  metadata               jsonb       NOT NULL,
  opened_on              date        NOT NULL,
  opened_at              timestamptz NOT NULL,
  status                 text        NOT NULL CHECK (status IN ('open', 'closed')),
  closed_on              date,
  PRIMARY KEY (tenant, loan_id),
  CHECK ((status = 'closed') = (closed_on IS NOT NULL))
);

CREATE TABLE payment (
  tenant               text        NOT NULL,
  payment_id           uuid        NOT NULL,
  loan_id              uuid        NOT NULL,
  borrower_id          uuid        NOT NULL, -- looked up: an unknown loan has none, and is refused
  entry_id             uuid        NOT NULL,
  amount_minor         bigint      NOT NULL,
  currency             char(3)     NOT NULL,
  effective_date       date        NOT NULL,
  posted_at            timestamptz NOT NULL,
  source_method        text,
  external_ref         text,
  fees_minor           bigint      NOT NULL,
  interest_minor       bigint      NOT NULL,
  principal_minor      bigint      NOT NULL,
  suspense_minor       bigint      NOT NULL,
  reversed_by_entry_id uuid,
  metadata             jsonb       NOT NULL,
  PRIMARY KEY (tenant, payment_id),
  CHECK (fees_minor + interest_minor + principal_minor + suspense_minor = amount_minor)
);

-- A reversal names the entry that it undoes, not the payment.
CREATE UNIQUE INDEX payment_by_entry ON payment (tenant, entry_id);

INSERT INTO projection_position (projection, position) VALUES ('loans', 0);
