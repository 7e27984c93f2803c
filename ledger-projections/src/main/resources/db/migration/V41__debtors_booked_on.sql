-- What of debtors counts in a closed period is booked on the first open day. Until now the journal
-- alone said so.

ALTER TABLE debtor_account_entry ADD COLUMN booked_on date; -- null if it is the effective date
ALTER TABLE claim_change ADD COLUMN booked_on date;

UPDATE debtor_account_entry debtor
   SET booked_on = entry.effective_date
  FROM journal_entry entry
 WHERE entry.position = debtor.position AND entry.value_date IS NOT NULL;

UPDATE claim_change debtor
   SET booked_on = entry.effective_date
  FROM journal_entry entry
 WHERE entry.position = debtor.position AND entry.value_date IS NOT NULL;
