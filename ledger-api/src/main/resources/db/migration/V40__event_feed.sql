-- How far all events have been handed on to another system, such as a topic of Kafka.

CREATE TABLE event_feed (
  feed         text        PRIMARY KEY, -- such as kafka/ledger-events
  position     bigint      NOT NULL,    -- events up to this one were acknowledged
  owner        uuid,                    -- the node that feeds; null if none does
  leased_until timestamptz              -- from then on another node may
);
