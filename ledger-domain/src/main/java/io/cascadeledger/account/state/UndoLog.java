package io.cascadeledger.account.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Remembers how to take back what is tried on an account's state, so that a command can be decided
 * item by item on what the items before it would leave, and be refused as a whole. Outside of a
 * trial it remembers nothing.
 */
final class UndoLog {

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private boolean trying;

  void begin() {
    if (trying) {
      throw new IllegalStateException("something else is being tried");
    }
    trying = true;
  }

  /** Notes how a change is taken back. */
  void add(Runnable step) {
    if (trying) {
      steps.push(step);
    }
  }

  /** Puts a value into a map. */
  <K, V> void put(Map<K, V> map, K key, V value) {
    V before = map.put(key, value);
    add(() -> restore(map, key, before));
  }

  private static <K, V> void restore(Map<K, V> map, K key, V before) {
    if (before == null) {
      map.remove(key);
    } else {
      map.put(key, before);
    }
  }

  /** Takes back all that was tried, the last change first. */
  void takeBack() {
    trying = false;
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }
}
