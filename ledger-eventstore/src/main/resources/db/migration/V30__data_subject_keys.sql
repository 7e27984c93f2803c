-- The keys that personal data is sealed with: one for each person or company. Events are never
-- changed; who destroys a key makes what it sealed unreadable, wherever it is stored.

CREATE TABLE data_subject_key (
  tenant        text        NOT NULL,
  subject_id    uuid        NOT NULL, -- what sealed data names
  reference     text        NOT NULL, -- whose it is, in the tenant's words
  wrapped_key   bytea,                -- sealed itself, with a key that is not in the database
  master_key_id text        NOT NULL, -- which one
  created_at    timestamptz NOT NULL,
  erased_at     timestamptz,
  PRIMARY KEY (tenant, subject_id),
  CONSTRAINT data_subject_key_erased CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL))
);

-- Who was erased and comes back is another subject, with another key.
CREATE UNIQUE INDEX data_subject_key_in_use ON data_subject_key (tenant, reference)
  WHERE erased_at IS NULL;
