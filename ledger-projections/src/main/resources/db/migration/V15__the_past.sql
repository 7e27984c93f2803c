-- What was known when. The projections of balances and of loans are emptied here and read from the
-- events again by the next server that starts, as if they were new.

TRUNCATE account_daily_total, loan_daily_total, loan_balance_head,
         loan, movement, reversal, restatement;
UPDATE projection_position SET position = 0 WHERE projection IN ('balances', 'loans');
DELETE FROM token_entry WHERE processor_name IN ('balances', 'loans');

-- What was booked to an account per day on which it was recorded (in UTC), whenever it counts.
CREATE TABLE account_posted_total (
  tenant         text           NOT NULL,
  account_code   text           NOT NULL,
  currency       char(3)        NOT NULL,
  layer          text           NOT NULL DEFAULT 'settled', -- the only one the ledger books today
  posted_date    date           NOT NULL,
  debit_minor    numeric(38, 0) NOT NULL,
  credit_minor   numeric(38, 0) NOT NULL,
  PRIMARY KEY (tenant, account_code, currency, layer, posted_date)
)
-- The rows of the present day change with each batch of events.
WITH (fillfactor = 50);

-- What counts on another day than that on which it was recorded, per both. It is looked up day of
-- posting by day of posting, so the accounts come last.
CREATE TABLE account_shifted_total (
  tenant         text           NOT NULL,
  posted_date    date           NOT NULL,
  effective_date date           NOT NULL CHECK (effective_date <> posted_date),
  account_code   text           NOT NULL,
  currency       char(3)        NOT NULL,
  layer          text           NOT NULL DEFAULT 'settled',
  debit_minor    numeric(38, 0) NOT NULL,
  credit_minor   numeric(38, 0) NOT NULL,
  PRIMARY KEY (tenant, posted_date, effective_date, account_code, currency, layer)
)
WITH (fillfactor = 70);

-- The entries of a time of posting: positions and times grow together, so it grows at its end.
CREATE INDEX journal_entry_by_posting ON journal_entry (tenant, posted_at);

-- What left with a loan that was charged off or written off is known when it is posted.
ALTER TABLE movement ALTER COLUMN amount_minor SET NOT NULL;

-- Every restatement of a movement: what did it, and how the movement is split since then.
DROP TABLE restatement;
CREATE TABLE restatement (
  tenant            text   NOT NULL,
  restated_entry_id uuid   NOT NULL,
  position          bigint NOT NULL, -- of its event
  entry_id          uuid   NOT NULL, -- that books the difference
  caused_by_id      uuid   NOT NULL, -- the entry, or the change of terms, because of which
  owed_minor        bigint NOT NULL, -- by how much the difference raises what the loan owes
  -- How the movement is split from then on, if it is one that is split.
  penalties_minor   bigint,
  fees_minor        bigint,
  interest_minor    bigint,
  principal_minor   bigint,
  suspense_minor    bigint,
  PRIMARY KEY (tenant, restated_entry_id, position)
);
