-- The facts. Rows are only ever added; everything else in the database can be rebuilt from them.

CREATE TABLE events (
  position        bigint      NOT NULL, -- 1, 2, 3 ... without gaps, in the order of commits
  tenant          text        NOT NULL,
  stream_type     text        NOT NULL,
  stream_id       uuid        NOT NULL,
  sequence        bigint      NOT NULL, -- 0, 1, 2 ... within the stream
  event_id        uuid        NOT NULL,
  event_name      text        NOT NULL, -- our name for the fact, never that of a class
  event_revision  smallint    NOT NULL, -- of the payload's shape
  effective_date  date        NOT NULL, -- when it counts
  posted_at       timestamptz NOT NULL, -- when we recorded it
  payload         bytea       NOT NULL, -- JSON, exactly as it was hashed
  metadata        bytea       NOT NULL, -- JSON: actor, correlation, causation, trace
  idempotency_key text,                 -- of the request, on its first event
  fingerprint     bytea,                -- SHA-256 of the request that used the key
  hash            bytea       NOT NULL, -- SHA-256 of all of the above but position
  CONSTRAINT events_position PRIMARY KEY (position),
  CONSTRAINT events_stream_sequence UNIQUE (tenant, stream_type, stream_id, sequence)
);

CREATE UNIQUE INDEX events_idempotency_key ON events (tenant, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed: it only grows', tg_op, tg_table_name;
END $$;

CREATE TRIGGER events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The events as a person reads them.
CREATE VIEW readable_events AS
  SELECT position, tenant, stream_type, stream_id, sequence, event_id, event_name, event_revision,
         effective_date, posted_at,
         convert_from(payload, 'UTF8')::json  AS payload,
         convert_from(metadata, 'UTF8')::json AS metadata,
         idempotency_key, encode(fingerprint, 'hex') AS fingerprint, encode(hash, 'hex') AS hash
  FROM events;

-- The newest snapshot of each long stream: a shortcut that may be deleted at any time.
CREATE TABLE snapshots (
  tenant        text        NOT NULL,
  stream_type   text        NOT NULL,
  stream_id     uuid        NOT NULL,
  sequence      bigint      NOT NULL, -- of the last event it contains
  revision      smallint    NOT NULL, -- of the state's shape; others are ignored
  taken_at      timestamptz NOT NULL,
  state         bytea       NOT NULL,
  PRIMARY KEY (tenant, stream_type, stream_id)
);

-- How far each projection has read; Axon's table, with its names.
CREATE TABLE token_entry (
  processor_name text    NOT NULL,
  segment        integer NOT NULL,
  token          bytea,
  token_type     text,
  timestamp      text,
  owner          text,
  PRIMARY KEY (processor_name, segment)
);
