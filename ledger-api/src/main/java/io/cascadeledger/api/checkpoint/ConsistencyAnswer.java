package io.cascadeledger.api.checkpoint;

import io.cascadeledger.api.json.Describe;
import java.util.List;

/** A proof that one checkpoint's log begins with that of an earlier one. */
@Describe("What shows that nothing was changed between two checkpoints (RFC 9162, section 2.1.4).")
record ConsistencyAnswer(
    @Describe("The earlier checkpoint.") CheckpointAnswer from,
    @Describe("The later checkpoint.") CheckpointAnswer checkpoint,
    @Describe("The proof's hashes, in hexadecimal digits.") List<String> proof) {

  static ConsistencyAnswer example() {
    return new ConsistencyAnswer(
        CheckpointAnswer.example(),
        CheckpointAnswer.example(),
        List.of("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"));
  }
}
