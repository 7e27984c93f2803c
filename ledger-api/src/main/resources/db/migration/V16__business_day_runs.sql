-- The ends of business days: each run over the loans of a tenant, and how far it has come. All times
-- are the database's, so that the clocks of the nodes need not agree.
CREATE TABLE business_day_run (
  tenant         text        NOT NULL,
  business_date  date        NOT NULL,
  run            int         NOT NULL, -- of the day, from 1 on
  status         text        NOT NULL
    CHECK (status IN ('running', 'completed', 'failed', 'broken_off')),
  holder         uuid        NOT NULL, -- who is at it; another number each time it is taken up
  asked_by       text        NOT NULL, -- the client that last asked for it
  started_at     timestamptz NOT NULL DEFAULT now(),
  alive_at       timestamptz NOT NULL DEFAULT now(), -- the last sign of life of its holder
  ended_at       timestamptz,
  loans          bigint      NOT NULL DEFAULT 0,
  loans_closed   bigint      NOT NULL DEFAULT 0,
  loans_refused  bigint      NOT NULL DEFAULT 0,
  events         bigint      NOT NULL DEFAULT 0,
  reached        uuid,                 -- the last loan, in the order of identifiers, that is done
  failed_loans   jsonb       NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant, business_date, run),
  CHECK ((status = 'running') = (ended_at IS NULL))
);

-- One run for a day at a time, whichever node was asked.
CREATE UNIQUE INDEX business_day_run_under_way ON business_day_run (tenant, business_date)
  WHERE status = 'running';
