package io.cascadeledger.projections.statement;

/** A statement would have more lines than it may have. */
public final class StatementTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StatementTooLongException(int linesMax) {
    super("the statement would have more than %d lines".formatted(linesMax), null, false, false);
  }
}
