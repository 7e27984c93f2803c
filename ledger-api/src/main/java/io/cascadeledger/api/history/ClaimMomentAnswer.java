package io.cascadeledger.api.history;

import io.cascadeledger.api.json.Describe;
import java.util.UUID;

/** A claim after one of its events, as it is answered. */
record ClaimMomentAnswer(
    @Describe("The lender's reference.") String claimReference,
    @Describe("The identifier of its stream of events.") UUID streamId,
    @Describe("The last event that had happened to it.") HistoryEventAnswer event,
    @Describe("What it was then.") ClaimStateAnswer state) {

  static ClaimMomentAnswer example() {
    return new ClaimMomentAnswer(
        "C-1",
        UUID.fromString("0e4fb8b8-6a5d-8c8e-9a6f-2a5f6b7c8d9e"),
        HistoryEventAnswer.example(),
        ClaimStateAnswer.example());
  }
}
