package io.cascadeledger.api.checkpoint;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import java.util.List;

/** A proof that an event is in the log. */
@Describe("What leads from an event to the root of a checkpoint (RFC 9162, section 2.1.3).")
record InclusionAnswer(
    @Describe("The event's position.") @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long position,
    @Describe("Its place among the leaves of the tree: the position less one.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long leafIndex,
    @Describe("The event's hash, in hexadecimal digits.") String leafHash,
    @Describe("The hashes beside the way to the root, the lowest first.") List<String> proof,
    @Describe("The checkpoint whose root it leads to.") CheckpointAnswer checkpoint) {

  static InclusionAnswer example() {
    return new InclusionAnswer(
        42,
        41,
        "9c1b".repeat(16),
        List.of("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        CheckpointAnswer.example());
  }
}
