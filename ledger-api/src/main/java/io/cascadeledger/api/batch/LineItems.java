package io.cascadeledger.api.batch;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.limits.Limits;

/** The lines of NDJSON. Blank ones count as lines but are no items. */
final class LineItems implements Items {

  private final BodyBytes body;
  private final ItemBuffer text = new ItemBuffer();
  private int number;
  private boolean ended;

  LineItems(BodyBytes body) {
    this.body = body;
  }

  @Override
  public boolean next() {
    do {
      if (ended) {
        return false;
      }
      number++;
      readLine();
    } while (text.isBlank());
    if (number > Limits.BATCH_LINES) {
      throw new ProblemException(
          ProblemCode.BATCH_TOO_LARGE,
          "The batch has more than %d lines; nothing from here on was read."
              .formatted(Limits.BATCH_LINES));
    }
    return true;
  }

  private void readLine() {
    text.clear();
    for (int b = body.read(); b != '\n'; b = body.read()) {
      if (b < 0) {
        ended = true;
        return;
      }
      text.add(b);
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public ItemBuffer text() {
    return text;
  }
}
