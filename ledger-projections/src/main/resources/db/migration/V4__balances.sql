-- Balances, kept as totals per effective date: a balance as of any day is a sum of at most one row
-- per day, however many lines there were, and a back-dated posting lands on its day by itself.

-- Two totals that only grow, not a signed balance: accountants ask for both.
-- numeric, because a tenant's books as a whole may exceed what fits 64 bits.
CREATE TABLE account_daily_total (
  tenant         text           NOT NULL,
  account_code   text           NOT NULL,
  currency       char(3)        NOT NULL,
  layer          text           NOT NULL DEFAULT 'settled', -- the only one the ledger books today
  effective_date date           NOT NULL,
  debit_minor    numeric(38, 0) NOT NULL,
  credit_minor   numeric(38, 0) NOT NULL,
  PRIMARY KEY (tenant, account_code, currency, layer, effective_date)
)
-- A day's few rows change with each batch of events: leave room for their next versions.
WITH (fillfactor = 50);

-- What a day's movements changed of a loan; parts may be negative.
CREATE TABLE loan_daily_total (
  tenant          text           NOT NULL,
  loan_id         uuid           NOT NULL,
  effective_date  date           NOT NULL,
  fees_minor      numeric(38, 0) NOT NULL,
  interest_minor  numeric(38, 0) NOT NULL,
  principal_minor numeric(38, 0) NOT NULL,
  suspense_minor  numeric(38, 0) NOT NULL,
  PRIMARY KEY (tenant, loan_id, effective_date)
);

-- Every loan there is: one without movements has a balance too, of zeros.
CREATE TABLE loan_balance_head (
  tenant           text        NOT NULL,
  loan_id          uuid        NOT NULL,
  currency         char(3)     NOT NULL,
  opened_on        date        NOT NULL,
  last_activity_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, loan_id)
)
WITH (fillfactor = 80);

INSERT INTO projection_position (projection, position) VALUES ('balances', 0);
