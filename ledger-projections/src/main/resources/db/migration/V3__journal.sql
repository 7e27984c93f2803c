-- The journal: every entry and its lines, as the events carry them. Rebuilt from the events at will.

-- Who owes each loan: an entry names the borrower, the event that books it does not.
CREATE TABLE journal_loan (
  tenant      text NOT NULL,
  loan_id     uuid NOT NULL,
  borrower_id uuid NOT NULL,
  PRIMARY KEY (tenant, loan_id)
);

CREATE TABLE journal_entry (
  tenant               text        NOT NULL,
  entry_id             uuid        NOT NULL,
  position             bigint      NOT NULL, -- of the event that booked it
  event_type           text        NOT NULL,
  effective_date       date        NOT NULL, -- when it counts
  posted_at            timestamptz NOT NULL, -- when we recorded it
  loan_id              uuid        NOT NULL,
  borrower_id          uuid        NOT NULL, -- looked up: an unknown loan has none, and is refused
  batch_entry_id       uuid,                 -- the whole of which it is a part
  accrual_id           uuid,
  reverses_entry_id    uuid,
  reversed_by_entry_id uuid,
  description          text,
  actor                text,
  correlation_id       text,
  external_ref         text,
  PRIMARY KEY (tenant, entry_id)
);

-- A loan's entries, page by page, in the order in which they were booked.
CREATE INDEX journal_entry_by_loan ON journal_entry (tenant, loan_id, position);

-- All parts of a batch, read as one entry.
CREATE INDEX journal_entry_by_batch ON journal_entry (tenant, batch_entry_id, position)
  WHERE batch_entry_id IS NOT NULL;

-- What is said of a batch of accruals, or of its reversal, as a whole. Its lines are its loans'.
CREATE TABLE journal_batch (
  tenant               text        NOT NULL,
  entry_id             uuid        NOT NULL,
  position             bigint      NOT NULL,
  accrual_id           uuid        NOT NULL,
  event_type           text        NOT NULL,
  effective_date       date        NOT NULL,
  posted_at            timestamptz NOT NULL,
  reverses_entry_id    uuid,
  reversed_by_entry_id uuid,
  description          text,
  actor                text,
  correlation_id       text,
  PRIMARY KEY (tenant, entry_id)
);

CREATE TABLE journal_line (
  tenant       text    NOT NULL,
  entry_id     uuid    NOT NULL,
  sequence     integer NOT NULL, -- 1, 2, 3 ... within the entry
  account_code text    NOT NULL,
  side         char(1) NOT NULL CHECK (side IN ('D', 'C')),
  amount_minor bigint  NOT NULL CHECK (amount_minor > 0),
  currency     char(3) NOT NULL,
  layer        text    NOT NULL DEFAULT 'settled', -- the only one the ledger books today
  PRIMARY KEY (tenant, entry_id, sequence)
);

-- Double entry, guarded where the lines are. All lines of an entry come in one statement, so the
-- check looks only at what is new. That there are two lines or more follows from amounts above zero.
CREATE FUNCTION refuse_unsound_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unsound record;
BEGIN
  SELECT entry_id, currency,
         sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) AS difference
    INTO unsound
    FROM new_lines
   GROUP BY tenant, entry_id, currency
  HAVING sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) <> 0
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'entry % is not balanced: debits exceed credits by % %',
      unsound.entry_id, unsound.difference, unsound.currency USING ERRCODE = 'check_violation';
  END IF;
  -- With the primary key this means that nothing can be added to an entry later.
  SELECT entry_id INTO unsound
    FROM new_lines GROUP BY tenant, entry_id HAVING min(sequence) <> 1 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the lines of entry % do not start at 1', unsound.entry_id
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

INSERT INTO projection_position (projection, position) VALUES ('journal', 0);
