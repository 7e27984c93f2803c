-- The last rebuild of each projection beside the one that serves: how far it is, or how it ended.

CREATE TABLE projection_rebuild (
  projection text        NOT NULL PRIMARY KEY,
  status     text        NOT NULL CHECK (status IN ('running', 'completed', 'failed')),
  position   bigint      NOT NULL, -- of the last event that the new tables have
  target     bigint      NOT NULL, -- how far the old ones have come
  started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  failure    text,                 -- why it failed; null if it has not
  CHECK ((failure IS NOT NULL) = (status = 'failed'))
);
