package io.cascadeledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.account.DebtorAccount;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.AccountOpened;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.metadata.Meta;
import java.time.Instant;
import java.util.Currency;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** How much has room in memory is counted in events of loans. */
class AggregateCacheTest {

  private static final LedgerEvent LOAN = Opening.decide(Commands.open(Commands.newLoan()));
  private static final LedgerEvent ACCOUNT =
      new AccountOpened(
          new AccountId("acme", "ACCOUNT-1"),
          new AccountDetails(Currency.getInstance("USD"), null, null, new Meta(new TreeMap<>())),
          "60303ae22b998861",
          Commands.DAY,
          Instant.parse("2026-04-02T09:30:15.123456Z"));

  private final AggregateCache cache = new AggregateCache(200);

  @Test
  void a_loan_is_kept_as_long_as_its_events_have_room() {
    cache.put("loan", entry(Loan.class, LOAN, 150));
    assertThat(cache.containsKey("loan")).isTrue();

    cache.put("loan", entry(Loan.class, LOAN, 250));
    assertThat(cache.containsKey("loan")).isFalse();
  }

  @Test
  void a_loan_has_room_where_two_have_not() {
    cache.put("loan", entry(Loan.class, LOAN, 90));
    cache.put("another", entry(Loan.class, LOAN, 90));

    assertThat(cache.containsKey("loan") ^ cache.containsKey("another")).isTrue();
  }

  @Test
  void an_event_of_a_debtor_account_takes_the_room_of_two_of_a_loan() {
    cache.put("short", entry(DebtorAccount.class, ACCOUNT, 70));
    assertThat(cache.containsKey("short")).isTrue();

    cache.put("long", entry(DebtorAccount.class, ACCOUNT, 150));
    assertThat(cache.containsKey("long")).isFalse();
  }

  @Test
  void what_other_nodes_have_added_to_a_loan_takes_room_until_it_is_applied() {
    cache.put("id", entry(Loan.class, LOAN, 100));
    DomainEventMessage<LedgerEvent> news =
        new GenericDomainEventMessage<>(Loan.class.getSimpleName(), "id", 100, LOAN);
    for (int i = 0; i < 15; i++) {
      cache.stored(news);
    }
    assertThat(cache.containsKey("id")).isTrue();

    cache.stored(news);
    assertThat(cache.containsKey("id")).isFalse();
  }

  @Test
  void a_schedule_takes_room_beside_the_events() {
    cache.put("loan", entry(Loan.class, LOAN, 150));
    assertThat(cache.containsKey("loan")).isTrue();

    cache.put("loan", entry(Loan.class, Opening.decide(ofInstalments(360)), 150));
    assertThat(cache.containsKey("loan")).isFalse();
  }

  private static OpenLoan ofInstalments(int count) {
    return Commands.open(
        Commands.newLoan(),
        new LoanTerms(
            100_000L,
            "0.06",
            DayCountConvention.ACT_365,
            RepaymentFrequency.MONTHLY,
            count,
            Commands.DAY.plusMonths(1),
            new ServicingTerms(
                InterestMethod.DECLINING_BALANCE_DAILY,
                Amortization.EQUAL_INSTALMENTS,
                0,
                0,
                InstalmentRounding.HALF_UP_TO_MINOR_UNIT,
                null,
                null,
                0),
            AllocationPolicy.DEFAULT,
            null));
  }

  /** An aggregate that knows of no event but the one, which is the last of so many. */
  private static <T> AggregateCacheEntry<T> entry(Class<T> type, LedgerEvent event, int events) {
    DomainEventMessage<LedgerEvent> message =
        new GenericDomainEventMessage<>(type.getSimpleName(), "id", events - 1L, event);
    EventSourcedAggregate<T> aggregate =
        EventSourcedAggregate.initialize(
            new GenericAggregateFactory<>(type).createAggregateRoot("id", message),
            AnnotatedAggregateMetaModelFactory.inspectAggregate(type),
            SimpleEventBus.builder().build(),
            NoSnapshotTriggerDefinition.TRIGGER);
    aggregate.initializeState(DomainEventStream.of(message));
    return new AggregateCacheEntry<>(aggregate);
  }
}
