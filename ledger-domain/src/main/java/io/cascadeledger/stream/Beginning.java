package io.cascadeledger.stream;

/** Whether a command is the first of its stream. */
public enum Beginning {
  /** It needs a stream that is there. */
  NEVER,
  /** It begins a stream, if there is none yet. */
  IF_MISSING,
  /** It begins a stream, and cannot be if there is one. */
  ALWAYS
}
