-- Who stands behind the trial balance of a closed period. What was kept before has no signature.

ALTER TABLE accounting_period_change
  ADD COLUMN verifier text, -- the key that verifies the note
  ADD COLUMN note     text; -- what was signed, and the signature
