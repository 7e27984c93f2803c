package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.loan.MovementView;
import java.util.List;

/** A page of movements as it is answered. */
record MovementPageAnswer(
    @Describe("The movements, in the order in which they count.") List<MovementAnswer> items,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        String nextPageToken) {

  static MovementPageAnswer of(Page<MovementView> page) {
    return new MovementPageAnswer(
        page.items().stream().map(MovementAnswer::of).toList(),
        page.next() == null ? null : Long.toString(page.next()));
  }

  static MovementPageAnswer example() {
    return new MovementPageAnswer(List.of(MovementAnswer.example()), "42");
  }
}
