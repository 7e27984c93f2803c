package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.balance.LoanBalanceView;
import io.cascadeledger.projections.loan.MovementView;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import io.cascadeledger.projections.statement.StatementTotals;
import io.cascadeledger.projections.statement.StatementWanted;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random books with much that was back-dated: what is read of any day, as it was known at any time,
 * is what the events add up to, one by one.
 */
class TwoTimesTest {

  private static final long SEED = 20_260_815;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 90;

  private static final Random RANDOM = new Random(SEED);
  private static final Projections PROJECTIONS = Projections.start(37);
  private static final List<LoanId> LOANS = new ArrayList<>();

  @BeforeAll
  static void work() {
    new RandomWork(RANDOM, FIRST_DAY, DAYS).ofTwoLenders(PROJECTIONS, LOANS);
    PROJECTIONS.catchUp();
  }

  @AfterAll
  static void close() {
    PROJECTIONS.close();
  }

  /** Any time at all, and those at which something just was posted, or a day just began. */
  private static List<Instant> times() {
    List<Instant> times = new ArrayList<>();
    List<LedgerEvent> events = PROJECTIONS.events().events();
    times.add(events.getFirst().postedAt().minus(1, ChronoUnit.DAYS));
    for (int round = 0; round < 6; round++) {
      Instant posted = events.get(RANDOM.nextInt(events.size())).postedAt();
      times.add(posted);
      times.add(posted.minus(1, ChronoUnit.MICROS));
      times.add(posted.truncatedTo(ChronoUnit.DAYS));
      times.add(posted.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS));
    }
    times.add(events.getLast().postedAt().plus(400, ChronoUnit.DAYS));
    return times;
  }

  private static LocalDate anyDay() {
    return FIRST_DAY.plusDays(RANDOM.nextInt(DAYS + 10));
  }

  private static Stream<RecordedEvent> movements(Predicate<LoanMovement> which) {
    return PROJECTIONS.events().recorded().stream()
        .filter(it -> it.event() instanceof LoanMovement movement && which.test(movement));
  }

  private static LoanMovement movement(RecordedEvent recorded) {
    return (LoanMovement) recorded.event();
  }

  @Test
  void the_books_were_posted_over_many_days_and_not_in_the_order_of_their_positions() {
    List<Instant> posted =
        PROJECTIONS.events().events().stream().map(LedgerEvent::postedAt).toList();

    assertThat(posted).isNotEqualTo(posted.stream().sorted().toList());
    assertThat(posted.stream().map(it -> it.truncatedTo(ChronoUnit.DAYS)).distinct().count())
        .isGreaterThan(30);
  }

  @Test
  void the_balance_of_a_loan_is_that_of_the_day_as_it_was_known() {
    for (Instant knownAt : times()) {
      LocalDate asOf = anyDay();
      for (LoanId loan : LOANS) {
        Optional<LoanBalanceView> read =
            PROJECTIONS.known().loan(loan.tenant(), loan.value(), asOf, knownAt).blockOptional();

        assertThat(read.map(LoanBalanceView::balance))
            .as("%s as of %s known at %s, seed %d", loan, asOf, knownAt, SEED)
            .isEqualTo(
                wasKnown(loan, knownAt)
                    ? Optional.of(
                        sum(
                            movements(
                                it ->
                                    it.loan().equals(loan)
                                        && !it.effectiveDate().isAfter(asOf)
                                        && !it.postedAt().isAfter(knownAt))))
                    : Optional.empty());
      }
    }
  }

  private static boolean wasKnown(LoanId loan, Instant knownAt) {
    return PROJECTIONS.events().events().stream()
        .anyMatch(
            it ->
                it instanceof LoanOpened opened
                    && opened.loan().equals(loan)
                    && !opened.postedAt().isAfter(knownAt));
  }

  private static LoanBalance sum(Stream<RecordedEvent> movements) {
    return movements
        .map(it -> LoanBalance.ZERO.plus(movement(it).entry().lines()))
        .reduce(LoanBalance.ZERO, LoanBalance::plus);
  }

  @Test
  void the_trial_balance_and_its_accounts_are_those_of_the_day_as_they_were_known() {
    for (Instant knownAt : times()) {
      LocalDate asOf = anyDay();
      for (String tenant : List.of("acme", "zenith")) {
        assertTrialBalance(tenant, Layer.SETTLED, asOf, knownAt);
        assertTrialBalance(tenant, Layer.PENDING, asOf, knownAt);
      }
    }
  }

  private static void assertTrialBalance(
      String tenant, Layer layer, LocalDate asOf, Instant knownAt) {
    Map<String, BigInteger> expected = new HashMap<>();
    PROJECTIONS.events().events().stream()
        .filter(BookedEntry.class::isInstance)
        .map(BookedEntry.class::cast)
        .filter(it -> it.tenant().equals(tenant) && it.bookedIn() == layer)
        .filter(it -> !it.effectiveDate().isAfter(asOf) && !it.postedAt().isAfter(knownAt))
        .flatMap(it -> it.entry().lines().list().stream())
        .forEach(line -> expected.merge(key(line), minor(line), BigInteger::add));
    List<AccountTotals> read =
        PROJECTIONS.known().trialBalance(tenant, layer, asOf, knownAt).block();

    Map<String, BigInteger> actual = new HashMap<>();
    for (AccountTotals totals : read) {
      String key = totals.account().code() + "/" + totals.currency() + "/";
      put(actual, key + Side.DEBIT, totals.debitMinor());
      put(actual, key + Side.CREDIT, totals.creditMinor());
    }
    assertThat(actual)
        .as("%s in %s as of %s known at %s, seed %d", tenant, layer, asOf, knownAt, SEED)
        .isEqualTo(expected);
    assertOneAccount(tenant, layer, asOf, knownAt, read);
  }

  private static void assertOneAccount(
      String tenant, Layer layer, LocalDate asOf, Instant knownAt, List<AccountTotals> all) {
    if (!all.isEmpty()) {
      AccountTotals one = all.get(RANDOM.nextInt(all.size()));
      assertThat(
              PROJECTIONS
                  .known()
                  .account(tenant, one.account().code(), one.currency(), layer, asOf, knownAt)
                  .block())
          .isEqualTo(one);
    }
  }

  @Test
  void the_movements_of_a_loan_are_those_of_the_day_as_they_were_known() {
    for (Instant knownAt : times()) {
      LocalDate asOf = anyDay();
      for (LoanId loan : LOANS) {
        Page<MovementView> read =
            PROJECTIONS.movements().ofLoan(loan, asOf, knownAt, 0, Limits.PAGE_SIZE).block();
        if (read == null) {
          assertThat(wasKnown(loan, knownAt)).isFalse();
          continue;
        }
        List<RecordedEvent> counted =
            movements(
                    it ->
                        it.loan().equals(loan)
                            && !it.effectiveDate().isAfter(asOf)
                            && !it.postedAt().isAfter(knownAt))
                .toList();
        assertMovements(read.items(), counted, loan + " as of " + asOf + " known at " + knownAt);
      }
    }
  }

  private static void assertMovements(
      List<MovementView> read, List<RecordedEvent> counted, String what) {
    Map<UUID, UUID> reversals = new HashMap<>();
    Map<UUID, List<EntryRestated>> restatements = new HashMap<>();
    List<RecordedEvent> listed = new ArrayList<>();
    for (RecordedEvent recorded : counted) {
      switch (movement(recorded)) {
        case EntryReversed it -> reversals.put(it.reversedEntryId(), it.entry().id());
        case EntryRestated it ->
            restatements.computeIfAbsent(it.restatedEntryId(), _ -> new ArrayList<>()).add(it);
        default -> listed.add(recorded);
      }
    }
    listed.sort(
        Comparator.comparing((RecordedEvent it) -> it.event().effectiveDate())
            .thenComparingLong(RecordedEvent::position));
    assertThat(read)
        .as(what)
        .extracting(MovementView::entryId)
        .isEqualTo(
            listed.stream().limit(Limits.PAGE_SIZE).map(it -> movement(it).entry().id()).toList());
    for (MovementView view : read) {
      assertThat(view.reversedByEntryId()).as(what).isEqualTo(reversals.get(view.entryId()));
      List<EntryRestated> restated = restatements.getOrDefault(view.entryId(), List.of());
      assertThat(view.restated()).as(what).isEqualTo(!restated.isEmpty());
      if (view.restated()) {
        assertThat(view.asPosted().restatements().getLast().entryId())
            .isEqualTo(restated.getLast().entry().id());
        assertThat(view.allocation()).as(what).isEqualTo(restated.getLast().allocation());
      }
    }
  }

  @Test
  void what_is_known_in_the_end_is_what_is_known_now() {
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    LocalDate asOf = anyDay();

    assertThat(PROJECTIONS.known().trialBalance("acme", Layer.SETTLED, asOf, end).block())
        .isEqualTo(PROJECTIONS.balances().trialBalance("acme", asOf).block());
    for (LoanId loan : LOANS) {
      assertThat(PROJECTIONS.known().loan(loan.tenant(), loan.value(), asOf, end).block().balance())
          .isEqualTo(
              PROJECTIONS.balances().loan(loan.tenant(), loan.value(), asOf).block().balance());
      assertThat(PROJECTIONS.movements().ofLoan(loan, null, end, 0, Limits.PAGE_SIZE).block())
          .isEqualTo(
              PROJECTIONS
                  .movements()
                  .ofLoan(loan.tenant(), loan.value(), 0, Limits.PAGE_SIZE)
                  .block());
    }
  }

  @Test
  void a_statement_leads_from_balance_to_balance_as_it_was_known() {
    long last = PROJECTIONS.events().lastPosition();
    for (Instant knownAt : times()) {
      for (LoanId loan : LOANS) {
        LocalDate to = anyDay();
        LocalDate from = to.minusDays(RANDOM.nextInt(60));
        long position = RANDOM.nextBoolean() ? last : 1 + RANDOM.nextInt((int) last);
        assertStatement(new StatementWanted(loan, from, to, knownAt, position, 10_000));
      }
    }
  }

  private static void assertStatement(StatementWanted wanted) {
    Statement statement = PROJECTIONS.statements().of(wanted).block();
    if (statement == null) {
      assertThat(wasKnown(wanted.loan(), wanted.knownAt())).isFalse();
      return;
    }
    List<StatementLine> lines =
        statement.lines().flatMapIterable(some -> some).collectList().block();
    List<RecordedEvent> expected =
        known(wanted)
            .filter(it -> !it.event().effectiveDate().isBefore(wanted.from()))
            .filter(it -> !it.event().effectiveDate().isAfter(wanted.to()))
            .sorted(
                Comparator.comparing((RecordedEvent it) -> it.event().effectiveDate())
                    .thenComparingLong(RecordedEvent::position))
            .toList();
    LoanBalance before =
        sum(known(wanted).filter(it -> it.event().effectiveDate().isBefore(wanted.from())));

    assertThat(lines)
        .as("%s, seed %d", wanted, SEED)
        .extracting(StatementLine::entryId)
        .isEqualTo(expected.stream().map(it -> movement(it).entry().id()).toList());
    assertThat(statement.lineCount()).isEqualTo(lines.size());
    assertThat(statement.opening()).isEqualTo(before);
    LoanBalance balance = before;
    Map<UUID, UUID> reversals = new HashMap<>();
    known(wanted)
        .map(RecordedEvent::event)
        .filter(EntryReversed.class::isInstance)
        .map(EntryReversed.class::cast)
        .forEach(it -> reversals.put(it.reversedEntryId(), it.entry().id()));
    for (int i = 0; i < lines.size(); i++) {
      balance = balance.plus(movement(expected.get(i)).entry().lines());
      assertThat(lines.get(i).balance()).isEqualTo(balance);
      assertThat(lines.get(i).reversedByEntryId()).isEqualTo(reversals.get(lines.get(i).entryId()));
    }
    assertThat(statement.closing()).isEqualTo(balance);
    assertTotals(statement);
  }

  private static Stream<RecordedEvent> known(StatementWanted wanted) {
    return movements(
            it -> it.loan().equals(wanted.loan()) && !it.postedAt().isAfter(wanted.knownAt()))
        .filter(it -> it.position() <= wanted.position());
  }

  private static void assertTotals(Statement statement) {
    StatementTotals totals = statement.totals();
    assertThat(
            net(statement.opening())
                .add(totals.disbursedMinor())
                .add(totals.interestMinor())
                .add(totals.feesMinor())
                .add(totals.penaltiesMinor())
                .subtract(totals.paidMinor())
                .subtract(totals.waivedMinor())
                .add(totals.otherMinor()))
        .isEqualTo(net(statement.closing()));
  }

  private static BigInteger net(LoanBalance balance) {
    return BigInteger.valueOf(balance.owedMinor() - balance.suspenseMinor());
  }

  private static String key(Line line) {
    return line.account() + "/" + line.amount().currency() + "/" + line.side();
  }

  private static BigInteger minor(Line line) {
    return BigInteger.valueOf(line.amount().minorUnits());
  }

  private static void put(Map<String, BigInteger> totals, String key, BigInteger minor) {
    if (minor.signum() != 0) {
      totals.put(key, minor);
    }
  }
}
