-- Files can be read back, and are erased with those they are about: each says whose key it is sealed
-- with. Those that were there have the key of their account; if that is gone, nobody can read them.

ALTER TABLE debtor_file
  ADD COLUMN subject_id uuid,
  ADD COLUMN debtor_reference text, -- the one debtor that it is about, if that was said
  ADD COLUMN name text;             -- sealed; null if it is only in the content

UPDATE debtor_file file
   SET subject_id = key.subject_id
  FROM data_subject_key key
 WHERE key.tenant = file.tenant AND key.reference = 'account/' || file.account_reference
   AND key.erased_at IS NULL;

DELETE FROM debtor_file WHERE subject_id IS NULL;

ALTER TABLE debtor_file ALTER COLUMN subject_id SET NOT NULL;

CREATE INDEX debtor_file_by_debtor ON debtor_file (tenant, debtor_reference)
  WHERE debtor_reference IS NOT NULL;
