-- Who wants to be told of what happens, and what they have not been told yet.

CREATE TABLE webhook_subscription (
  webhook_subscription_id uuid        PRIMARY KEY,
  tenant                  text        NOT NULL,
  url                     text        NOT NULL,
  secret                  bytea       NOT NULL, -- signs the messages; who reads it can sign some
  event_types             text[]      NOT NULL, -- 'journalEntryPosted', or stored names of events
  description             text,
  created_by              text        NOT NULL,
  created_at              timestamptz NOT NULL,
  position                bigint      NOT NULL, -- events up to this one have become messages
  last_success_at         timestamptz,
  last_failure_at         timestamptz,
  last_failure            text
);

CREATE INDEX webhook_subscription_tenant ON webhook_subscription (tenant, created_at);

-- A message is gone once the subscriber has acknowledged it.
CREATE TABLE webhook_message (
  number                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook_subscription_id uuid        NOT NULL
    REFERENCES webhook_subscription ON DELETE CASCADE,
  type                    text        NOT NULL,
  position                bigint      NOT NULL, -- of the event it tells of
  event_id                uuid        NOT NULL,
  stream_type             text        NOT NULL,
  stream_id               uuid        NOT NULL,
  attempts                integer     NOT NULL DEFAULT 0,
  first_attempt_at        timestamptz,
  next_attempt_at         timestamptz NOT NULL,
  leased_until            timestamptz,          -- a node is sending it
  last_failure            text,
  dead_at                 timestamptz,          -- since then it is not sent by itself any more
  UNIQUE (webhook_subscription_id, position, type)
);

-- The first message of each stream goes before the others.
CREATE INDEX webhook_message_stream
  ON webhook_message (webhook_subscription_id, stream_type, stream_id, number)
  WHERE dead_at IS NULL;

CREATE INDEX webhook_message_due ON webhook_message (next_attempt_at) WHERE dead_at IS NULL;
