package io.cascadeledger.workload;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.change.ChangeTerms;
import io.cascadeledger.loan.change.EndDelinquencyPause;
import io.cascadeledger.loan.change.PauseDelinquency;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Slot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Draws the terms of a loan and what happens to it, and keeps what the loan has accepted. */
final class ServicedFacts {
  static final LocalDate OPENED = LocalDate.of(2025, 10, 1);

  private final Random random;
  private final Agreed terms;
  private final boolean everyDay;
  private final Map<UUID, Fact> facts = new LinkedHashMap<>();
  private LocalDate today = OPENED;
  private int drawn;

  /** A command that was accepted, with the day on which it counts. */
  private record Fact(LocalDate date, Object command) {}

  private Fact asked;
  private UUID entry;

  ServicedFacts(Random random) {
    this.random = random;
    everyDay = random.nextBoolean();
    terms = draw();
  }

  Agreed terms() {
    return terms;
  }

  private Agreed draw() {
    int count = random.nextInt(1, 13);
    Agreed drawn =
        Agreed.monthly()
            .at(pick("0.06", "0.12", "0.3599", "0"))
            .counting(pick(DayCountConvention.values()))
            .every(pick(RepaymentFrequency.values()), count, OPENED.plusDays(random.nextInt(3, 45)))
            .by(pick(InterestMethod.values()), pick(Amortization.values()))
            .split(rule(), pick(Excess.SUSPENSE, Excess.NEXT_INSTALMENTS, Excess.PRINCIPAL));
    ServicedTermsDraw more = new ServicedTermsDraw(random, OPENED);
    return switch (random.nextInt(4)) {
      case 0 ->
          more.charged(
              drawn.grace(random.nextInt(count), random.nextInt(count), random.nextInt(9)));
      case 1 -> more.charged(drawn.supplied(more.supplied(count)));
      case 2 -> more.charged(more.down(drawn));
      default -> random.nextBoolean() ? more.charged(drawn) : drawn;
    };
  }

  private AllocationRule rule() {
    if (random.nextInt(3) == 0) {
      List<Component> order = Arrays.asList(Component.values());
      Collections.shuffle(order, random);
      return new ComponentOrder(order);
    }
    List<Slot> slots = new ArrayList<>();
    for (DueBucket bucket : DueBucket.values()) {
      List<Component> components = Arrays.asList(Component.values());
      Collections.shuffle(components, random);
      components.forEach(component -> slots.add(new Slot(bucket, component)));
    }
    return new InstalmentOrder(
        slots, pick(InstalmentOrder.Direction.values()), pick(FutureInstalments.values()));
  }

  boolean hasNext() {
    return today.isBefore(TODAY.minusDays(5));
  }

  Object next(LoanState loan) {
    entry = null;
    if (random.nextInt(everyDay ? 10 : 3) < (everyDay ? 9 : 1)) {
      today = today.plusDays(everyDay ? 1 : random.nextInt(1, 12));
      return dayEnd(today);
    }
    if (!facts.isEmpty() && random.nextInt(6) == 0) {
      entry = pick(List.copyOf(facts.keySet()));
      return reversal(entry);
    }
    String name = "movement " + drawn++;
    LocalDate date = today.minusDays(random.nextInt(3) == 0 ? random.nextInt(60) : 0);
    date = date.isBefore(OPENED) ? OPENED : date;
    Object command = movement(name, date, loan);
    asked =
        new Fact(
            command instanceof EndDelinquencyPause end ? PauseDraw.countsAgain(end, loan) : date,
            command);
    boolean booksNothing =
        command instanceof ChangeTerms
            || command instanceof PauseDelinquency
            || command instanceof EndDelinquencyPause;
    entry = booksNothing ? Sample.id(name) : entryId(name);
    return asked.command;
  }

  private Object movement(String name, LocalDate date, LoanState loan) {
    LoanCommands commands = commands(date);
    if (facts.isEmpty()) {
      return commands.disburse(name, random.nextInt(4) == 0 ? 60_000 : 120_000);
    }
    long minor = random.nextLong(1, 9_000);
    return switch (random.nextInt(22)) {
      case 0, 1 -> commands.disburse(name, random.nextLong(10_000, 60_000));
      case 2, 3 -> commands.assessFee(name, minor / 8 + 1);
      case 4 -> more(date).assessPenalty(name, minor / 8 + 1);
      case 5 ->
          more(date)
              .waive(name, minor / 50 + 1, new PaymentTarget.OneComponent(Component.INTEREST));
      case 6 -> more(date).pay(name, minor, new PaymentTarget.OneComponent(Component.PRINCIPAL));
      case 7 -> more(date).apply(name, Math.max(1, loan.balance().suspenseMinor() / 2), null);
      case 8 -> commands.pay(name, Math.max(1, loan.balance().owedMinor()));
      case 9, 10 -> change(name, date, rate());
      case 11 -> everyDay ? change(name, date, reschedule(date)) : change(name, date, rate());
      case 12 -> random.nextInt(8) == 0 ? more(date).chargeOff(name) : commands.pay(name, minor);
      case 13 -> more(date).chargeBack(name, "movement " + random.nextInt(drawn), minor / 4 + 1);
      case 14 ->
          random.nextBoolean()
              ? PauseDraw.of(random, name, date, loan)
              : change(name, date, reage(date));
      default -> commands.pay(name, minor * 2);
    };
  }

  private TermsChange reage(LocalDate date) {
    Reage reage =
        new Reage(
            date.plusDays(random.nextInt(1, 40)),
            random.nextInt(1, 7),
            random.nextBoolean() ? null : pick(RepaymentFrequency.values()));
    return new TermsChange(null, null, null, null, reage);
  }

  private TermsChange rate() {
    return new TermsChange(new BigDecimal(pick("0.05", "0.24", "0")), null, null, null);
  }

  private TermsChange reschedule(LocalDate date) {
    return switch (random.nextInt(3)) {
      case 0 -> new TermsChange(null, random.nextInt(1, 20), null, null);
      case 1 -> new TermsChange(null, null, date.plusDays(random.nextInt(40)), null);
      default -> new TermsChange(null, null, null, pick(RepaymentFrequency.values()));
    };
  }

  LocalDate today() {
    return today;
  }

  private ReverseEntry reversal(UUID of) {
    return new ReverseEntry(
        Sample.LOAN,
        of,
        Sample.id("reversal %d of %s".formatted(drawn++, of)),
        null,
        TODAY,
        "error_correction",
        null,
        Metadata.NONE,
        Sample.NOW);
  }

  /** Takes note of an answer. */
  void answered(Object command, boolean accepted) {
    if (!accepted || entry == null) {
      return;
    }
    if (command instanceof ReverseEntry) {
      facts.remove(entry);
    } else {
      facts.put(entry, asked);
    }
  }

  /** What was accepted and not reversed, in the order of effective dates, and days that end. */
  List<Object> inOrder(Collection<LocalDate> days) {
    SortedMap<LocalDate, List<Object>> byDay = new TreeMap<>();
    facts.values().stream()
        .sorted(Comparator.comparing(Fact::date))
        .forEach(it -> byDay.computeIfAbsent(it.date, _ -> new ArrayList<>()).add(it.command));
    days.forEach(day -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(dayEnd(day)));
    return byDay.values().stream().flatMap(List::stream).toList();
  }

  @SafeVarargs
  private <T> T pick(T... many) {
    return many[random.nextInt(many.length)];
  }

  private <T> T pick(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }
}
