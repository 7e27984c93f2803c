package io.cascadeledger.api.checkpoint;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.eventstore.seal.Checkpoint;
import java.time.Instant;
import java.util.HexFormat;

/** A checkpoint, as answers show it. */
@Describe("What the log of all events was at a moment, signed.")
record CheckpointAnswer(
    @Describe("How many events it covers: the position of the last one.")
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
        long treeSize,
    @Describe("The root of the Merkle tree, in hexadecimal digits.") String rootHash,
    Instant signedAt,
    @Describe("The key that verifies the note, as signed notes (C2SP) write it.") String verifier,
    @Describe("All of this as it was signed: a checkpoint (C2SP tlog-checkpoint).") String note) {

  static CheckpointAnswer of(Checkpoint checkpoint) {
    return new CheckpointAnswer(
        checkpoint.treeSize(),
        HexFormat.of().formatHex(checkpoint.root()),
        checkpoint.signedAt(),
        checkpoint.verifier(),
        checkpoint.note());
  }

  static CheckpointAnswer example() {
    return new CheckpointAnswer(
        4711,
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        Instant.parse("2026-05-01T12:00:05.123456Z"),
        "cascade-ledger/5f0c…+9c1b3f0a+AQ…",
        """
        cascade-ledger/5f0c…
        4711
        Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=
        time 2026-05-01T12:00:05.123456Z

        — cascade-ledger/5f0c… nBs/Cg…
        """);
  }
}
