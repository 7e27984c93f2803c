package io.cascadeledger.accrual;

import static io.cascadeledger.given.BatchCommands.batch;
import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.loan;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_NOT_POSITIVE;
import static io.cascadeledger.refusal.RefusalCode.AMOUNT_TOO_LARGE;
import static io.cascadeledger.refusal.RefusalCode.BATCH_LOAN_REPEATED;
import static io.cascadeledger.refusal.RefusalCode.BATCH_REFUSED;
import static io.cascadeledger.refusal.RefusalCode.CURRENCY_MISMATCH;
import static io.cascadeledger.refusal.RefusalCode.LOAN_CLOSED;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.refusal.Refused;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class AccrualBatchTest {
  private static final LoanId FIRST = loan("first");
  private static final LoanId SECOND = loan("second");
  private static final LoanId CLOSED = loan("closed");
  private static final LoanId IN_YEN = loan("in yen");
  private static final LoanId UNKNOWN = loan("unknown");

  private final InMemoryLedger ledger =
      new InMemoryLedger()
          .given(opened(FIRST, USD), opened(SECOND, USD), opened(CLOSED, USD), opened(IN_YEN, JPY))
          .given(LoanFacts.in(CLOSED, USD).closed());

  @Test
  void a_batch_books_the_interest_of_each_loan_under_one_entry() {
    int before = ledger.events().size();

    ledger.accept(batch("march").post(item(SECOND, 700), item(FIRST, 300)));

    List<LedgerEvent> stored = ledger.events().subList(before, before + 3);
    assertThat(stored)
        .filteredOn(AccrualBatchPosted.class::isInstance)
        .containsExactly(
            new AccrualBatchPosted(
                batch("march").id(),
                entryId("march"),
                "prog_7",
                DayCountConvention.ACT_365,
                USD,
                1_000,
                List.of(SECOND.value(), FIRST.value()),
                TODAY,
                NOW.postedAt()));
    assertThat(stored)
        .filteredOn(InterestAccrued.class::isInstance)
        .map(InterestAccrued.class::cast)
        .extracting(
            InterestAccrued::loan,
            accrued -> accrued.amount().minorUnits(),
            InterestAccrued::accrualId,
            InterestAccrued::batchEntryId,
            accrued -> accrued.entry().id())
        .containsExactly(
            accrued(SECOND, 700), //
            accrued(FIRST, 300));
    assertThat(ledger.events()).hasSize(before + 3);
    assertThat(interestOf(FIRST)).isEqualTo(300);
    assertThat(interestOf(SECOND)).isEqualTo(700);
  }

  private static Tuple accrued(LoanId loan, long minor) {
    return tuple(
        loan,
        minor,
        batch("march").id().value(),
        entryId("march"),
        AccrualBatch.entryIdOf(entryId("march"), loan.value()));
  }

  @Test
  void the_entries_of_one_batch_have_different_identities_and_those_of_two_batches_too() {
    ledger.accept(
        batch("march").post(item(FIRST, 1), item(SECOND, 1)),
        batch("april").post(item(FIRST, 1), item(SECOND, 1)));

    assertThat(ledger.events())
        .filteredOn(InterestAccrued.class::isInstance)
        .extracting(event -> ((InterestAccrued) event).entry().id())
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void one_refused_loan_stops_the_batch_and_every_refused_loan_is_named() {
    assertRefused(
        batch("march")
            .post(
                item(FIRST, 300),
                item(UNKNOWN, 300),
                item(CLOSED, 300),
                item(IN_YEN, 300),
                item(SECOND, 700)),
        tuple(1, LOAN_NOT_FOUND),
        tuple(2, LOAN_CLOSED),
        tuple(3, CURRENCY_MISMATCH));
  }

  @Test
  void a_batch_whose_items_make_no_sense_is_refused_naming_each() {
    assertRefused(
        batch("march")
            .post(
                item(FIRST, 0),
                item(SECOND, 700),
                item(SECOND, 1),
                item(UNKNOWN, -1),
                item(CLOSED, Limits.AMOUNT_MINOR + 1),
                item(FIRST, 300)),
        tuple(0, AMOUNT_NOT_POSITIVE),
        tuple(2, BATCH_LOAN_REPEATED),
        tuple(3, AMOUNT_NOT_POSITIVE),
        tuple(4, AMOUNT_TOO_LARGE),
        tuple(5, BATCH_LOAN_REPEATED));
  }

  @Test
  void a_batch_of_unknown_loans_is_refused_naming_each() {
    assertRefused(
        batch("march").post(item(UNKNOWN, 1), item(loan("unknown too"), 1)),
        tuple(0, LOAN_NOT_FOUND),
        tuple(1, LOAN_NOT_FOUND));
  }

  @Test
  void a_loan_that_is_at_fault_twice_is_named_once_with_the_first_reason_in_order() {
    LoanId closedInYen = loan("closed, in yen");
    ledger.given(opened(closedInYen, JPY), LoanFacts.in(closedInYen, JPY).closed());

    assertRefused(
        batch("march").post(item(FIRST, 300), item(closedInYen, 300)), tuple(1, LOAN_CLOSED));
  }

  @Test
  void a_refused_batch_can_be_posted_again_once_it_is_right() {
    ledger.send(batch("march").post(item(FIRST, 300), item(CLOSED, 300)));

    ledger.accept(batch("march").post(item(FIRST, 300)));

    assertThat(interestOf(FIRST)).isEqualTo(300);
  }

  @Test
  void a_batch_may_be_in_any_one_currency() {
    ledger.accept(batch("march").post(item(IN_YEN, 5)));

    assertThat(ledger.events().stream().filter(AccrualBatchPosted.class::isInstance))
        .extracting(event -> ((AccrualBatchPosted) event).currency())
        .containsExactly(JPY);
  }

  @Test
  void the_largest_batch_allowed_is_booked_with_the_largest_amounts() {
    List<LoanId> loans =
        IntStream.range(0, Limits.LOANS_PER_ACCRUAL_BATCH)
            .mapToObj(i -> loan("loan " + i))
            .toList();
    loans.forEach(id -> ledger.given(opened(id, USD)));

    ledger.accept(
        batch("march").post(loans.stream().map(id -> item(id, Limits.AMOUNT_MINOR)).toList()));

    assertThat(loans).allMatch(id -> interestOf(id) == Limits.AMOUNT_MINOR);
  }

  private void assertRefused(PostAccrualBatch command, Tuple... items) {
    List<LedgerEvent> before = ledger.events();
    Refused refused = ledger.send(command).orElseThrow();
    assertThat(refused.code()).isEqualTo(BATCH_REFUSED);
    assertThat(refused.items())
        .extracting(Refused.Item::index, Refused.Item::code)
        .containsExactly(items);
    assertThat(ledger.events()).isEqualTo(before);
    assertThat(interestOf(FIRST)).isZero();
  }

  private long interestOf(LoanId loan) {
    return ledger.state(loan).balance().interestMinor();
  }

  private static LoanOpened opened(LoanId loan, Currency currency) {
    return LoanFacts.in(loan, currency).opened();
  }
}
