package io.cascadeledger.api.statement;

import io.cascadeledger.projections.statement.StatementLine;
import java.util.List;

/** A statement in one of its forms, written from its beginning to its end, piece by piece. */
interface StatementText {

  /** What comes before the lines. */
  byte[] begin();

  /** The next lines. */
  byte[] lines(List<StatementLine> lines);

  /** What comes after the lines. */
  byte[] end();
}
