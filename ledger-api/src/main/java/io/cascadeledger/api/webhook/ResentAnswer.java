package io.cascadeledger.api.webhook;

import io.cascadeledger.api.json.Describe;

/** How many messages are sent again, as it is answered. */
record ResentAnswer(@Describe("How many messages are sent again.") int resentMessageCount) {

  static ResentAnswer example() {
    return new ResentAnswer(3);
  }
}
