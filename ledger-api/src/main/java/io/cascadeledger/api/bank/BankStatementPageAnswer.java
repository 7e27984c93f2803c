package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.bank.BankStatementView;
import java.util.List;

/** A page of bank statements as it is answered. */
record BankStatementPageAnswer(
    @Describe("The statements, in the order in which they were imported.")
        List<BankStatementAnswer> items,
    @Describe(
            value = "Send it as page_token to read on; left out on the last page.",
            optional = true)
        String nextPageToken) {

  static BankStatementPageAnswer of(Page<BankStatementView> page) {
    return new BankStatementPageAnswer(
        page.items().stream().map(view -> BankStatementAnswer.of(view, null)).toList(),
        page.next() == null ? null : Long.toString(page.next()));
  }

  static BankStatementPageAnswer example() {
    return new BankStatementPageAnswer(List.of(BankStatementAnswer.example()), "42");
  }
}
