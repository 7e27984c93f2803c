package io.cascadeledger.party;

/** Whose judgement a score is. */
public enum ScoreType {
  INTERNAL,
  EXTERNAL,
  COLLECTION,
  BEHAVIORAL
}
