-- The projections' tables, changed so that filling them costs less. They are emptied here and read
-- from the events again by the next server that starts, as if they were new.

TRUNCATE journal_loan, journal_entry, journal_batch, journal_line,
         account_daily_total, loan_daily_total, loan_balance_head, loan, payment;
UPDATE projection_position SET position = 0;
DELETE FROM token_entry WHERE processor_name IN ('journal', 'balances', 'loans');

-- A line belongs to the event that booked it, as its entry does. Positions only grow, so the index
-- grows at its end, where an entry's identity would spread over all of it.
DROP TABLE journal_line;
CREATE TABLE journal_line (
  position     bigint   NOT NULL, -- of the event that booked it: the entry's
  sequence     smallint NOT NULL, -- 1, 2, 3 ... within the entry
  account_code text     NOT NULL,
  side         char(1)  NOT NULL CHECK (side IN ('D', 'C')),
  amount_minor bigint   NOT NULL CHECK (amount_minor > 0),
  currency     char(3)  NOT NULL,
  layer        text     NOT NULL DEFAULT 'settled', -- the only one the ledger books today
  PRIMARY KEY (position, sequence)
);

-- Double entry, guarded where the lines are. All lines of an entry come in one statement, so the
-- check looks only at what is new. That there are two lines or more follows from amounts above zero.
CREATE OR REPLACE FUNCTION refuse_unsound_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unsound record;
BEGIN
  SELECT position, currency,
         sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) AS difference
    INTO unsound
    FROM new_lines
   GROUP BY position, currency
  HAVING sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) <> 0
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the entry of event % is not balanced: debits exceed credits by % %',
      unsound.position, unsound.difference, unsound.currency USING ERRCODE = 'check_violation';
  END IF;
  -- With the primary key this means that nothing can be added to an entry later.
  SELECT position INTO unsound
    FROM new_lines GROUP BY position HAVING min(sequence) <> 1 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the lines of the entry of event % do not start at 1', unsound.position
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER journal_line_is_sound AFTER INSERT ON journal_line
  REFERENCING NEW TABLE AS new_lines
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unsound_lines();

-- TRUNCATE stays possible: a reset empties the journal to fill it again from the events.
CREATE TRIGGER journal_line_only_grows BEFORE UPDATE OR DELETE ON journal_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A loan's last activity is the latest of its days, which change anyway: its head is written once.
ALTER TABLE loan_balance_head DROP COLUMN last_activity_at;
ALTER TABLE loan_balance_head ADD COLUMN opened_at timestamptz NOT NULL;
ALTER TABLE loan_balance_head RESET (fillfactor);
ALTER TABLE loan_daily_total ADD COLUMN last_activity_at timestamptz NOT NULL;
-- A day of a loan may change again: leave room for its next version beside it.
ALTER TABLE loan_daily_total SET (fillfactor = 80);

-- What undid a payment is looked up by those who ask for the payment. It is rare; an index on the
-- entries of all payments, to mark one of them now and then, is not.
DROP INDEX payment_by_entry;
ALTER TABLE payment DROP COLUMN reversed_by_entry_id;
CREATE TABLE reversal (
  tenant            text NOT NULL,
  reversed_entry_id uuid NOT NULL,
  entry_id          uuid NOT NULL, -- of the reversal
  PRIMARY KEY (tenant, reversed_entry_id)
);
