-- Entries of debtor accounts and of claims stand in the journal beside those of loans. There were
-- none before, so that nothing has to be read again.

ALTER TABLE journal_entry
  -- Whose entry it is: a loan's or a manual one if this is null.
  ADD COLUMN debtor_stream text CHECK (debtor_stream IN ('debtor_account', 'claim')),
  ADD CHECK (debtor_stream IS NULL OR loan_id IS NULL);
