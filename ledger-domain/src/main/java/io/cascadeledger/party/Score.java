package io.cascadeledger.party;

import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import java.util.Objects;

/**
 * A judgement of a debtor's account or claim, which the ledger keeps and never reads.
 *
 * @param type whose judgement it is
 * @param value a text or a composed value; null if there is none
 * @param meta the lender's notes
 */
public record Score(ScoreType type, JsonText value, Meta meta) {

  public Score {
    Objects.requireNonNull(type, "type must not be null");
    Objects.requireNonNull(meta, "meta must not be null");
  }
}
