-- Who may ask for access tokens, and the keys that sign them.

CREATE TABLE oauth_client (
  client_id   text        PRIMARY KEY,
  tenant      text        NOT NULL,
  secret_hash text        NOT NULL, -- bcrypt; the secret itself is shown once and kept nowhere
  scopes      text[]      NOT NULL, -- what it may ask for
  created_at  timestamptz NOT NULL,
  disabled_at timestamptz           -- since then it gets no tokens; those it has run out
);

-- The newest key signs, all that are not retired verify. Who can read this table can sign tokens.
CREATE TABLE signing_key (
  number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order they were made in
  key_id     text        NOT NULL UNIQUE, -- the JWK's thumbprint (RFC 7638)
  jwk        jsonb       NOT NULL,        -- with its private part
  created_at timestamptz NOT NULL,
  retired_at timestamptz                  -- since then no token of it is accepted
);
