-- Debtor accounts and claims as they stand. What is known of people is sealed here as in the events.
-- JSON is kept as text: it is read as a whole, and callers may write numbers that jsonb has no room for.

CREATE TABLE debtor_account (
  tenant              text    NOT NULL,
  reference           text    NOT NULL,
  position            bigint  NOT NULL, -- of the event that opened it
  currency            char(3) NOT NULL,
  payment_reference   text,
  portfolio_reference text,
  meta                text    NOT NULL,
  PRIMARY KEY (tenant, reference)
);

-- Scores, products, debtors and mandates of accounts.
CREATE TABLE debtor_account_part (
  tenant            text   NOT NULL,
  account_reference text   NOT NULL,
  kind              text   NOT NULL CHECK (kind IN ('score', 'product', 'debtor', 'mandate')),
  name              text   NOT NULL, -- unique among those of its kind
  position          bigint NOT NULL, -- of the event that brought it first
  debtor_reference  text,            -- of a debtor that the lender has named
  content           text   NOT NULL,
  PRIMARY KEY (tenant, account_reference, kind, name)
);

CREATE INDEX debtor_account_part_by_debtor ON debtor_account_part (tenant, debtor_reference)
  WHERE debtor_reference IS NOT NULL;

-- The ledger of each account, and what each entry changes of what is open.
CREATE TABLE debtor_account_entry (
  tenant            text   NOT NULL,
  account_reference text   NOT NULL,
  reference         text   NOT NULL,
  position          bigint NOT NULL,
  kind              text   NOT NULL,
  effective_date    date   NOT NULL,
  claim_reference   text,            -- of an invoice or one of its fees: the claim it belongs to
  open_reference    text,            -- the entry of which more or less is open
  open_minor        bigint NOT NULL, -- by how much
  unapplied_minor   bigint NOT NULL, -- by how much the money changes that pays nothing
  match_id          uuid,            -- the matched payment it is a part of
  content           text   NOT NULL,
  PRIMARY KEY (tenant, account_reference, reference)
);

CREATE INDEX debtor_account_entry_by_position
  ON debtor_account_entry (tenant, account_reference, position);

-- Payments that were matched.
CREATE TABLE debtor_payment (
  tenant            text NOT NULL,
  account_reference text NOT NULL,
  match_id          uuid NOT NULL,
  provider_name     text,
  tracking_id       text,
  PRIMARY KEY (tenant, account_reference, match_id)
);

CREATE INDEX debtor_payment_by_tracking ON debtor_payment (tenant, account_reference, tracking_id)
  WHERE tracking_id IS NOT NULL;

CREATE TABLE claim (
  tenant            text    NOT NULL,
  manager           text    NOT NULL, -- the account whose entries manage it; empty if none does
  reference         text    NOT NULL,
  position          bigint  NOT NULL, -- of the event that made it
  account_reference text,             -- the account it belongs to
  debtor_reference  text,             -- of one without a manager: who owes it, if named
  status            text    NOT NULL CHECK (status IN ('active', 'resolved')),
  deleted           boolean NOT NULL,
  content           text    NOT NULL,
  PRIMARY KEY (tenant, manager, reference)
);

CREATE INDEX claim_by_reference ON claim (tenant, reference);
CREATE INDEX claim_by_debtor ON claim (tenant, debtor_reference)
  WHERE debtor_reference IS NOT NULL;
CREATE INDEX claim_by_account ON claim (tenant, account_reference, position);

-- What events have changed of claims that no account's entries manage.
CREATE TABLE claim_change (
  tenant         text    NOT NULL,
  position       bigint  NOT NULL,
  reference      text    NOT NULL,
  effective_date date    NOT NULL,
  currency       char(3) NOT NULL,
  amount_minor   bigint  NOT NULL, -- by how much more is owed without fees
  fees_minor     bigint  NOT NULL, -- by how much more of fees
  paid_minor     bigint  NOT NULL, -- how much of it was paid
  PRIMARY KEY (tenant, position)
);

CREATE INDEX claim_change_by_claim ON claim_change (tenant, reference, position);

CREATE TABLE claim_promise (
  tenant       text   NOT NULL,
  manager      text   NOT NULL,
  reference    text   NOT NULL,
  due_date     date   NOT NULL,
  amount_minor bigint NOT NULL,
  made_on      date   NOT NULL,
  PRIMARY KEY (tenant, manager, reference, due_date)
);

-- What happened, in the words of those who follow it by kind and day.
CREATE TABLE debtor_event (
  tenant            text        NOT NULL,
  position          bigint      NOT NULL,
  type              text        NOT NULL, -- such as event.claim.created
  posted_at         timestamptz NOT NULL,
  posted_on         date        NOT NULL, -- the day of that in UTC
  message_id        text,                 -- the request's
  account_reference text,                 -- with the next two: of a payment that paid something
  paid_reference    text,                 -- what it paid
  match_id          uuid,
  details           text        NOT NULL,
  PRIMARY KEY (tenant, type, posted_on, position)
);

INSERT INTO projection_position (projection, position) VALUES ('debtors', 0);
