-- Loan products, and what loans were opened with. What the loan projection holds is emptied here
-- and read from the events again by the next server that starts, as if it were new.

TRUNCATE loan, movement, reversal, restatement;
UPDATE projection_position SET position = 0 WHERE projection = 'loans';
DELETE FROM token_entry WHERE processor_name = 'loans';

-- How the ledger services the loan and how payments are split, as the events have it; null if the
-- terms do not say. The product is the template that the terms came from.
ALTER TABLE loan
  ADD COLUMN servicing       jsonb,
  ADD COLUMN allocation      jsonb,
  ADD COLUMN product_id      text,
  ADD COLUMN product_version integer,
  ADD CHECK ((product_id IS NULL) = (product_version IS NULL));

-- Products as they stand, for lists. What their versions say is read from the products themselves.
CREATE TABLE loan_product (
  tenant      text        NOT NULL,
  product_id  text        NOT NULL,
  position    bigint      NOT NULL, -- of the event that defined it
  name        text        NOT NULL, -- of the last version, as are the next two
  currency    char(3)     NOT NULL,
  version     integer     NOT NULL,
  defined_at  timestamptz NOT NULL,
  revised_at  timestamptz NOT NULL, -- when the last version was recorded
  retired_on  date,
  PRIMARY KEY (tenant, product_id)
);

-- A tenant's products, page by page, in the order in which they were defined.
CREATE UNIQUE INDEX loan_product_by_position ON loan_product (tenant, position);
