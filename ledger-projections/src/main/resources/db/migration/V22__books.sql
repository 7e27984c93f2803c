-- Entries that no loan brings, drafts of them, accounts that tenants have named, and what an export
-- of the journal needs. The journal is emptied here and read from the events again by the next
-- server that starts, as if it were new.

TRUNCATE journal_loan, journal_entry, journal_batch, journal_line;
UPDATE projection_position SET position = 0 WHERE projection = 'journal';
DELETE FROM token_entry WHERE processor_name = 'journal';

-- A manual entry concerns no loan. An unknown loan still has no borrower, and is refused.
ALTER TABLE journal_entry
  ALTER COLUMN loan_id DROP NOT NULL,
  ALTER COLUMN borrower_id DROP NOT NULL,
  ADD CHECK ((loan_id IS NULL) = (borrower_id IS NULL)),
  ADD COLUMN metadata jsonb; -- the caller's notes; null if there are none

-- A tenant's journal from its first entry to its last. It grows at its end.
CREATE INDEX journal_entry_by_position ON journal_entry (tenant, position);

-- Manual entries, those that wait for approval and those that were rejected among them.
CREATE TABLE manual_entry (
  tenant          text        NOT NULL,
  entry_id        uuid        NOT NULL,
  position        bigint      NOT NULL, -- of the event with which it began
  status          text        NOT NULL CHECK (status IN ('draft', 'posted', 'rejected')),
  effective_date  date        NOT NULL,
  description     text        NOT NULL,
  reference       text,
  metadata        jsonb       NOT NULL,
  author          text        NOT NULL,
  written_at      timestamptz NOT NULL,
  decided_by      text,                 -- who approved or rejected it
  decided_at      timestamptz,
  decision_reason text,
  PRIMARY KEY (tenant, entry_id),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);

CREATE INDEX manual_entry_by_status ON manual_entry (tenant, status, position);

-- As they were written; those of a booked entry are in the journal as well.
CREATE TABLE manual_entry_line (
  tenant       text     NOT NULL,
  entry_id     uuid     NOT NULL,
  sequence     smallint NOT NULL, -- 1, 2, 3 ... within the entry
  account_code text     NOT NULL,
  side         char(1)  NOT NULL CHECK (side IN ('D', 'C')),
  amount_minor bigint   NOT NULL CHECK (amount_minor > 0),
  currency     char(3)  NOT NULL,
  PRIMARY KEY (tenant, entry_id, sequence)
);

-- What tenants have settled; one that is not here has settled nothing.
CREATE TABLE books_settings (
  tenant    text    NOT NULL PRIMARY KEY,
  four_eyes boolean NOT NULL
);

-- What tenants have added to the built-in chart of accounts, or said of its accounts.
CREATE TABLE account (
  tenant       text    NOT NULL,
  account_code text    NOT NULL,
  name         text    NOT NULL,
  type         text    NOT NULL,
  normal_side  text    NOT NULL,
  parent_code  text,
  clearing     boolean NOT NULL,
  currencies   text    NOT NULL, -- codes with spaces between them; empty for any
  purpose      text,
  open         boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant, account_code)
);
