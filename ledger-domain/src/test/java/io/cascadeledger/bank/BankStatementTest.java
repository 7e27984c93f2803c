package io.cascadeledger.bank;

import static io.cascadeledger.given.BankCommands.statement;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.InMemoryLedger;
import org.junit.jupiter.api.Test;

final class BankStatementTest {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void a_statement_is_kept_as_the_bank_says_it() {
    ImportBankStatement command = statement("1", 100L, 115L, 20, -5);

    ledger.accept(command);

    assertThat(ledger.events())
        .containsExactly(
            new BankStatementImported(command.statement(), command.content(), NOW.postedAt()));
    assertThat(ledger.events().getFirst().effectiveDate()).isEqualTo(TODAY);
  }

  @Test
  void a_statement_without_balances_or_lines_is_one_too() {
    ledger.accept(statement("1", null, 7L), statement("2", 7L, 7L), statement("3", null, null, 5));

    assertThat(ledger.events()).hasSize(3);
  }

  @Test
  void a_statement_is_known_by_its_account_and_its_name() {
    assertThat(BankStatementId.of(TENANT, "a", "b/c"))
        .isEqualTo(BankStatementId.of(TENANT, "a", "b/c"))
        .isNotEqualTo(BankStatementId.of(TENANT, "a/b", "c"));
  }
}
