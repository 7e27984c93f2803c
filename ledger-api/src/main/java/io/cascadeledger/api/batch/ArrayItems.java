package io.cascadeledger.api.batch;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.limits.Limits;

/**
 * The items of a JSON array. An item ends where its brackets are closed, outside of strings; what
 * is wrong within it is the item's own business, but brackets that do not match break the array.
 */
final class ArrayItems implements Items {

  private enum State {
    BEFORE,
    EMPTY,
    BETWEEN,
    AFTER
  }

  private final BodyBytes body;
  private final ItemBuffer text = new ItemBuffer();
  private State state = State.BEFORE;
  private int number;

  /** The byte that ended an item without being part of it; -1 if the item's last byte ended it. */
  private int ahead = -1;

  ArrayItems(BodyBytes body) {
    this.body = body;
  }

  @Override
  public boolean next() {
    if (state == State.BEFORE) {
      int first = readPastSpace();
      if (first != '[') {
        number = 1;
        throw broken("must begin with [", first);
      }
      state = State.EMPTY;
    }
    int b = state == State.AFTER ? ']' : readPastSpace();
    if (b == ']') {
      state = State.AFTER;
      requireEnd();
      return false;
    }
    number++;
    if (state == State.BETWEEN) {
      if (b != ',') {
        throw broken("must have , or ] after an item", b);
      }
      b = readPastSpace();
    }
    if (b < 0 || b == ',' || b == ']' || b == '}' || b == ':') {
      throw broken("must have an item", b);
    }
    if (number > Limits.BATCH_LINES) {
      throw new ProblemException(
          ProblemCode.BATCH_TOO_LARGE,
          "The batch has more than %d items; nothing from here on was read."
              .formatted(Limits.BATCH_LINES));
    }
    state = State.BETWEEN;
    readItem(b);
    return true;
  }

  private void requireEnd() {
    int b = readPastSpace();
    if (b >= 0) {
      number++;
      throw broken("must end after its ]", b);
    }
  }

  private int readPastSpace() {
    int b = ahead;
    ahead = -1;
    while (b < 0 || isSpace(b)) {
      b = body.read();
      if (b < 0) {
        return b;
      }
    }
    return b;
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void readItem(int first) {
    text.clear();
    if (first == '{' || first == '[') {
      readNested(first);
    } else if (first == '"') {
      text.add(first);
      readString();
    } else {
      readWord(first);
    }
  }

  /** From a bracket to the one that closes it. */
  private void readNested(int first) {
    long objects = 0;
    int depth = 0;
    int b = first;
    while (true) {
      if (b < 0) {
        throw broken("ends within an item", b);
      }
      text.add(b);
      switch (b) {
        case '"' -> readString();
        case '{', '[' -> {
          if (depth == Long.SIZE) {
            throw broken("is nested too deep", b);
          }
          objects = objects << 1 | (b == '{' ? 1 : 0);
          depth++;
        }
        case '}', ']' -> {
          if ((objects & 1) != (b == '}' ? 1 : 0)) {
            throw broken("has brackets that do not match", b);
          }
          objects >>>= 1;
          depth--;
        }
        default -> {
          // Whether it has a place there is seen when the item is read.
        }
      }
      if (depth == 0) {
        return;
      }
      b = body.read();
    }
  }

  /** From behind a quotation mark to the one that closes the string. */
  private void readString() {
    boolean escaped = false;
    while (true) {
      int b = body.read();
      if (b < 0) {
        throw broken("ends within a string", b);
      }
      text.add(b);
      if (b == '"' && !escaped) {
        return;
      }
      escaped = b == '\\' && !escaped;
    }
  }

  /** A number, true, false, null, or nonsense. */
  private void readWord(int first) {
    int b = first;
    while (b >= 0 && b != ',' && b != ']' && !isSpace(b)) {
      text.add(b);
      b = body.read();
    }
    ahead = b;
  }

  private ProblemException broken(String what, int b) {
    String found =
        b < 0 ? "" : b > ' ' && b < 0x7f ? ", not " + (char) b : ", not byte 0x%02x".formatted(b);
    return new ProblemException(
        ProblemCode.MALFORMED_JSON,
        "The array %s%s, at byte %d; nothing from here on was read."
            .formatted(what, found, body.count()));
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
