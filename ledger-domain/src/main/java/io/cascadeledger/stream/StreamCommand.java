package io.cascadeledger.stream;

import io.cascadeledger.time.PostingTime;

/** A wish of a caller for one stream of events: a loan, a debtor account, a claim. */
public interface StreamCommand {

  /** The identifier of the stream, by which the command finds what it is for. */
  String streamId();

  /** When it was received. */
  PostingTime time();

  /** Whether it is the first of its stream, as one that opens a loan is. */
  default Beginning beginning() {
    return Beginning.NEVER;
  }
}
