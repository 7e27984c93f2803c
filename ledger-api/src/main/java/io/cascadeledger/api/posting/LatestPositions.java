package io.cascadeledger.api.posting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest position of each of some things, bounded: who was not heard of for long is forgotten,
 * and stands from then on at the last position that was forgotten. So an answer may be too high,
 * and is never too low.
 *
 * @param <K> what the things are named by
 */
final class LatestPositions<K> {

  private final int size;
  private volatile Kept<K> kept = new Kept<>(new ConcurrentHashMap<>(), Map.of(), 0);

  /**
   * What is kept.
   *
   * @param newest whoever was heard of since the last turn
   * @param earlier whoever was heard of in the turn before
   * @param forgotten the last position of all others
   */
  private record Kept<K>(Map<K, Long> newest, Map<K, Long> earlier, long forgotten) {}

  /**
   * Nothing yet.
   *
   * @param size of how many things the last is remembered at least, and twice as many at most
   */
  LatestPositions(int size) {
    this.size = size;
  }

  void remember(K key, long position) {
    Kept<K> now = kept;
    now.newest.merge(key, position, Math::max);
    if (now.newest.size() >= size) {
      turn();
    }
  }

  private synchronized void turn() {
    Kept<K> full = kept;
    if (full.newest.size() >= size) { // nobody else was here before
      long forgotten = full.forgotten;
      for (long position : full.earlier.values()) {
        forgotten = Math.max(forgotten, position);
      }
      kept = new Kept<>(new ConcurrentHashMap<>(), full.newest, forgotten);
    }
  }

  /** The latest position of a thing, or a later one; 0 if there is none. */
  long of(K key) {
    Kept<K> now = kept;
    Long newest = now.newest.get(key);
    Long earlier = now.earlier.get(key);
    if (newest == null && earlier == null) {
      return now.forgotten;
    }
    return Math.max(newest == null ? 0 : newest, earlier == null ? 0 : earlier);
  }
}
