package io.cascadeledger.api.checkpoint;

import io.cascadeledger.api.json.Describe;
import java.util.List;

/** Some checkpoints. */
record CheckpointPageAnswer(
    @Describe("The newest first.") List<CheckpointAnswer> checkpoints,
    @Describe(value = "Is there if there are more: send it as page_token.", optional = true)
        String nextPageToken) {

  static CheckpointPageAnswer example() {
    return new CheckpointPageAnswer(List.of(CheckpointAnswer.example()), "4711");
  }
}
