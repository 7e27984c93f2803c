-- What was accepted to be done later, and files that belong to debtor accounts.

CREATE TABLE accepted_action (
  number      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY, -- the order of acceptance
  message_id  uuid        NOT NULL PRIMARY KEY,
  request_id  uuid        NOT NULL, -- whose key seals the content until all of the request is done
  tenant      text        NOT NULL,
  actor       text        NOT NULL,
  operation   text        NOT NULL,
  reference   text        NOT NULL, -- what it is for
  in_sequence boolean     NOT NULL, -- whether it waits for all that was accepted before it
  accepted_at timestamptz NOT NULL,
  content     text,                 -- sealed; null once it is done
  outcome     text,                 -- null until it is done
  CHECK ((content IS NULL) = (outcome IS NOT NULL))
);

CREATE INDEX accepted_action_waiting ON accepted_action (number) WHERE outcome IS NULL;

CREATE TABLE debtor_file (
  tenant            text        NOT NULL,
  file_id           uuid        NOT NULL,
  account_reference text        NOT NULL,
  claim_reference   text,
  product_reference text,
  document_type     text        NOT NULL, -- empty if it was not said
  sha256            text        NOT NULL, -- of the file, in hexadecimal
  bytes             bigint      NOT NULL,
  content           text        NOT NULL, -- the file and its name, sealed with the account's key
  actor             text        NOT NULL,
  uploaded_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant, file_id),
  UNIQUE (tenant, account_reference, document_type, sha256)
);
