package io.cascadeledger.bench.http;

import java.nio.ByteBuffer;

/**
 * What one connection of a load says: a request, and when that was answered the next. It runs on
 * the load's one thread and must be quick, because it shares the processors with the server.
 */
public interface Conversation {

  /**
   * The next request, whole. The buffer belongs to the conversation and is sent before the next
   * call.
   *
   * @return null if nothing is left to say
   */
  ByteBuffer next();

  /** A part of the answer's body; what is left unread is skipped. */
  default void body(ByteBuffer part) {}

  /**
   * The last request was answered.
   *
   * @param status the HTTP status; 0 if the connection was lost, and nobody knows what was done
   * @param replayed whether the answer says that an earlier request had done it
   */
  void answered(int status, boolean replayed);

  /** How many postings were acknowledged, repeated ones each time. */
  long acknowledged();

  /** How many postings were refused, or not answered. */
  long failed();
}
