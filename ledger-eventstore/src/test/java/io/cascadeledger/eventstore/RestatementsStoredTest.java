package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A command that comes before others stores what it changes of them with it. */
@Timeout(30)
class RestatementsStoredTest {

  private final TestDatabase server = TestDatabase.create();
  private final TestLedger ledger = new TestLedger(server.dataSource());
  private final LoanId loan = Commands.newLoan();

  @BeforeEach
  void aLoanWithPaymentsOnItsSecondDay() {
    ledger.post(Commands.open(loan));
    ledger.post(Commands.disburse(loan, 100_000));
    ledger.post(Commands.fee(loan, 1_000));
    ledger.post(Commands.pay(loan, 1_500, Commands.DAY.plusDays(1)));
    ledger.post(Commands.pay(loan, 2_000, Commands.DAY.plusDays(1)));
  }

  @AfterEach
  void close() {
    ledger.close();
    server.drop();
  }

  @Test
  void all_that_a_request_stored_is_found_by_its_key() {
    Append.Stored stored =
        ledger.send(Commands.pay(loan, 1_000), Commands.key("back-dated-1")).join();
    ledger.send(Commands.pay(loan, 7), Commands.key("the-next-one")).join();

    assertThat(stored.events())
        .hasSize(2)
        .satisfies(events -> assertThat(events.getFirst()).isInstanceOf(PaymentPosted.class))
        .last()
        .isInstanceOf(EntryRestated.class);
    assertThat(ledger.requests.find("acme", "back-dated-1").orElseThrow().events())
        .isEqualTo(stored.events());
  }

  @Test
  void of_payments_together_each_key_is_that_of_its_payment() {
    PostPayments together =
        new PostPayments(
            loan, List.of(Commands.pay(loan, 400), Commands.pay(loan, 300)), Commands.TIME);
    Append append =
        Append.ofEach(
            List.of(Commands.key("together-1"), Commands.key("together-2")), PaymentPosted.class);

    send(together, append);

    assertThat(ledger.requests.find("acme", "together-1").orElseThrow().events())
        .hasSize(2)
        .hasOnlyElementsOfTypes(PaymentPosted.class, EntryRestated.class)
        .first()
        .isInstanceOfSatisfying(
            PaymentPosted.class, it -> assertThat(it.amount().minorUnits()).isEqualTo(400));
    assertThat(ledger.requests.find("acme", "together-2").orElseThrow().events())
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            PaymentPosted.class, it -> assertThat(it.amount().minorUnits()).isEqualTo(300));
  }

  @Test
  void a_rehearsal_says_what_would_be_stored_and_stores_nothing() {
    int before = Rows.all(server.dataSource()).size();

    assertThatThrownBy(() -> send(Commands.pay(loan, 1_000), new Rehearsal()))
        .isInstanceOf(CompletionException.class)
        .rootCause()
        .isInstanceOfSatisfying(
            Rehearsal.Over.class,
            over ->
                assertThat(over.events())
                    .hasSize(2)
                    .hasOnlyElementsOfTypes(PaymentPosted.class, EntryRestated.class));

    assertThat(Rows.all(server.dataSource())).hasSize(before);
    assertThat(ledger.post(Commands.pay(loan, 500, Commands.DAY.plusDays(1))).events())
        .singleElement()
        .isInstanceOfSatisfying(
            PaymentPosted.class, it -> assertThat(it.allocation().principalMinor()).isEqualTo(500));
  }

  @Test
  void a_rehearsal_of_what_is_refused_is_refused() {
    assertThatThrownBy(() -> send(Commands.close(loan), new Rehearsal()))
        .rootCause()
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.LOAN_NOT_SETTLED));
  }

  private void send(Object command, Object append) {
    ledger.send(new GenericCommandMessage<>(command, MetaData.with(EventMetadata.APPEND, append)));
  }
}
