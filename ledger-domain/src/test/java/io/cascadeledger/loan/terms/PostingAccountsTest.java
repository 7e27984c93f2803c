package io.cascadeledger.loan.terms;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.terms.PostingAccounts.Replaced;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.Component;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostingAccountsTest {

  /** Every account that can be replaced, by one whose code is one more. */
  private static final PostingAccounts ALL =
      new PostingAccounts(
          ChartOfAccounts.accounts().stream()
              .filter(it -> !it.control())
              .map(it -> new Replaced(it.code(), next(it.code())))
              .toList());

  private static AccountCode next(AccountCode code) {
    return new AccountCode(Integer.toString(Integer.parseInt(code.value()) + 1));
  }

  private final LoanCommands it = LoanCommands.inUsd();
  private final ServicingCommands more = new ServicingCommands(it);

  private InMemoryLedger opened(PostingAccounts accounts) {
    return new InMemoryLedger()
        .accept(
            new OpenLoan(
                Sample.LOAN,
                Sample.BORROWER,
                USD,
                null,
                LoanTerms.NONE,
                OPENED,
                Metadata.NONE,
                NOW,
                new ProductOffer(
                    new ProductVersion("consumer", 1, accounts), false, USD, TermsLimits.NONE)));
  }

  private static List<Lines> booked(InMemoryLedger ledger) {
    return ledger.events().stream()
        .filter(LoanMovement.class::isInstance)
        .map(event -> ((LoanMovement) event).entry().lines())
        .toList();
  }

  @Test
  void whatever_happens_is_booked_to_the_accounts_of_the_product() {
    Object[] commands = {
      it.on(OPENED).disburse("payout", 1_000_000),
      it.on(OPENED.plusDays(5)).assessFee("fee", 2_500),
      it.on(OPENED.plusDays(20)).pay("later", 30_000),
      it.on(OPENED.plusDays(10)).pay("found", 20_000), // restates the later one
      it.on(OPENED.plusDays(25)).accrue("interest", 700),
      more.adjust("adjustment", Component.PRINCIPAL, -500),
      it.on(TODAY).reverse("found"),
      it.on(TODAY).pay("much", 2_000_000),
      more.refund("refund", 100)
    };
    InMemoryLedger standard = opened(null).accept(commands);

    InMemoryLedger replaced = opened(ALL).accept(commands);

    assertThat(booked(standard)).hasSizeGreaterThan(commands.length);
    assertThat(booked(replaced))
        .isEqualTo(booked(standard).stream().map(ALL::of).toList())
        .isNotEqualTo(booked(standard));
    assertThat(booked(replaced).stream().flatMap(lines -> lines.list().stream()))
        .extracting(Line::account)
        .doesNotContainAnyElementsOf(ALL.replaced().stream().map(Replaced::account).toList());
    assertThat(replaced.state(Sample.LOAN).balance())
        .isEqualTo(standard.state(Sample.LOAN).balance());
  }

  @Test
  void an_account_that_sums_up_loans_stays_the_same_for_all() {
    assertThat(fault(ChartOfAccounts.PRINCIPAL_RECEIVABLE, new AccountCode("1110")))
        .contains("the same for all loans");
    assertThat(fault(ChartOfAccounts.CASH_CLEARING, ChartOfAccounts.SUSPENSE))
        .contains("the same for all loans");
  }

  @Test
  void only_accounts_that_loans_book_to_are_replaced_and_each_once() {
    AccountCode own = new AccountCode("4110");
    assertThat(fault(own, new AccountCode("4120"))).contains("not booked to the account 4110");
    Replaced once = new Replaced(ChartOfAccounts.INTEREST_INCOME, own);
    assertThat(new PostingAccounts(List.of(once)).fault()).isEmpty();
    assertThat(new PostingAccounts(List.of(once, once)).fault().orElseThrow()).contains("twice");
  }

  private static String fault(AccountCode account, AccountCode booksTo) {
    return new PostingAccounts(List.of(new Replaced(account, booksTo))).fault().orElseThrow();
  }
}
