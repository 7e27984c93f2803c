-- The log sealed: a Merkle tree over the hashes of all events (RFC 9162), and signed checkpoints of
-- it. The leaf of an event is its hash; its index in the tree is its position less one.

-- What the log is called in its checkpoints. One row, made with the first checkpoint.
CREATE TABLE sealed_log (
  only_one boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one),
  origin   text    NOT NULL
);

-- The nodes of every eighth height of the tree, 256 neighbours in a row. A row that is not full is
-- the beginning of what it will be.
CREATE TABLE sealed_tile (
  level  smallint NOT NULL, -- 0 has the hashes of the events themselves
  index  bigint   NOT NULL, -- of the tile in its level: 0, 1, 2 ...
  hashes bytea    NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
  PRIMARY KEY (level, index)
);
-- Hashes cannot be compressed.
ALTER TABLE sealed_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE checkpoint_key (
  verifier   text        NOT NULL PRIMARY KEY, -- name, identifier and public key, as signed notes have it
  seed       bytea,                            -- the private key; null if it is kept elsewhere
  created_at timestamptz NOT NULL
);

CREATE TABLE checkpoint (
  tree_size bigint      NOT NULL PRIMARY KEY CHECK (tree_size > 0), -- the position of the last event in it
  root      bytea       NOT NULL CHECK (length(root) = 32),
  signed_at timestamptz NOT NULL,
  verifier  text        NOT NULL, -- the key that verifies it
  note      text        NOT NULL  -- all of this, signed
);

CREATE TRIGGER checkpoint_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
