package io.cascadeledger.workload;

import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.BORROWER;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;
import static io.cascadeledger.given.Sample.loan;

import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.accrual.PostAccrualBatch;
import io.cascadeledger.accrual.ReverseAccrualBatch;
import io.cascadeledger.given.BatchCommands;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Draws commands, most of them sensible and some of them not. */
final class RandomCommands {
  private static final List<Currency> CURRENCIES = List.of(USD, USD, JPY);
  private static final List<Component> COMPONENTS = List.of(Component.values());
  private static final List<PaymentKind> KINDS =
      List.of(
          PaymentKind.PAYOFF,
          PaymentKind.DOWN_PAYMENT,
          PaymentKind.MERCHANT_REFUND,
          PaymentKind.PAYOUT_REFUND,
          PaymentKind.GOODWILL_CREDIT);
  private static final LocalDate TOO_EARLY = LocalDate.of(1969, 12, 31);

  private final Random random;
  private final ModelLedger model;
  private final RandomPending pending;
  private final Map<LoanId, List<String>> paymentsOf = new HashMap<>();
  private final Map<LoanId, List<String>> chargesOf = new HashMap<>();

  /** Those of the loan that is next, by their names; not all of them were accepted. */
  private List<String> payments;

  private List<String> charges;
  private int drawn;

  RandomCommands(Random random, ModelLedger model) {
    this.random = random;
    this.model = model;
    pending = new RandomPending(random);
  }

  /** Commands that open the loans of a run; every other loan has a limit of principal. */
  List<Object> openings() {
    List<Object> openings = new ArrayList<>();
    for (int number = 0; number < CURRENCIES.size(); number++) {
      LoanCommands commands = LoanCommands.in(loan("loan " + number), CURRENCIES.get(number));
      openings.add(number % 2 == 0 ? commands.open() : commands.openWithPrincipal(3_000));
    }
    return openings;
  }

  Object next() {
    String name = "movement " + drawn++;
    LoanId loan = pick(model.loans.keySet());
    ModelLoan known = model.loans.get(loan);
    payments = paymentsOf.computeIfAbsent(loan, _ -> new ArrayList<>(List.of("no payment")));
    charges = chargesOf.computeIfAbsent(loan, _ -> new ArrayList<>(List.of("no charge")));
    LoanCommands commands = commands(loan);
    if (known.book.exit() != null && random.nextInt(3) == 0) {
      return reverse(name, loan, pick(exits(known)), TODAY);
    }
    return switch (random.nextInt(40)) {
      case 0, 1, 2 -> commands.disburse(name, amount());
      case 3, 4 -> noted(charges, name, commands.assessFee(name, amount()));
      case 5, 6, 7, 8, 9 -> noted(payments, name, commands.pay(name, amount()));
      case 10, 11 -> noted(payments, name, commands.pay(name, known.book.owed()));
      case 12, 13 -> commands.close();
      case 14, 15 -> batch(name);
      case 16 -> model.batches.isEmpty() ? commands.close() : reverseBatch(name);
      case 17, 18, 19 -> reverse(name, loan, entry(loan), date());
      case 20, 21, 22, 23, 24, 25, 26, 27 -> pending.next(name, commands, amount(), payments);
      default -> servicing(name, known, new ServicingCommands(commands));
    };
  }

  private LoanCommand servicing(String name, ModelLoan known, ServicingCommands commands) {
    return switch (random.nextInt(15)) {
      case 0 -> noted(charges, name, commands.assessPenalty(name, amount()));
      case 1 -> noted(payments, name, commands.pay(name, amount(), pick(KINDS)));
      case 2, 3 -> noted(payments, name, directed(name, commands));
      case 4, 5 ->
          commands.apply(name, upTo(known.book.kept()), random.nextInt(3) == 0 ? one() : null);
      case 6 -> commands.refund(name, upTo(known.book.kept()));
      case 7 -> commands.chargeBack(name, pick(payments), amount() / 2);
      case 8 -> commands.waive(name, amount() / 4, one());
      case 9 -> commands.waive(name, amount() / 2, new PaymentTarget.OneCharge(id(pick(charges))));
      case 10 -> commands.adjustCharge(name, pick(charges), amount() / 2);
      case 11 ->
          commands.adjust(name, pick(COMPONENTS), random.nextBoolean() ? amount() : -amount() / 4);
      case 12 -> leaving(name, commands);
      case 13 -> commands.recover(name, known.book.lost() + 1 - random.nextInt(2));
      default ->
          random.nextBoolean()
              ? commands.returned(pick(payments))
              : commands.returned(pick(payments), "fee of " + name, amount());
    };
  }

  private LoanCommand leaving(String name, ServicingCommands commands) {
    return switch (random.nextInt(4)) {
      case 0 -> commands.writeOff(name);
      case 1 -> commands.sell(name, random.nextBoolean() ? 0 : amount());
      default -> commands.chargeOff(name);
    };
  }

  private PostPayment directed(String name, ServicingCommands commands) {
    return switch (random.nextInt(3)) {
      case 0 -> commands.pay(name, amount(), one());
      case 1 -> commands.pay(name, amount(), new PaymentTarget.OneCharge(id(pick(charges))));
      default -> {
        Allocation parts = new Allocation(share(), share(), share(), random.nextInt(300), share());
        long wrong = seldom() ? 1 : 0;
        yield commands.pay(name, parts.totalMinor() + wrong, new PaymentTarget.Split(parts));
      }
    };
  }

  private long share() {
    return random.nextBoolean() ? 0 : random.nextInt(50);
  }

  private PaymentTarget one() {
    return new PaymentTarget.OneComponent(pick(COMPONENTS));
  }

  private long upTo(long most) {
    return most > 0 && !seldom() ? random.nextLong(1, most + 1) : amount();
  }

  private static <C> C noted(List<String> names, String name, C command) {
    names.add(name);
    return command;
  }

  private static List<UUID> exits(ModelLoan loan) {
    return loan.asked.values().stream().filter(Asked::leaves).map(Asked::entry).toList();
  }

  /** Reverses an entry of a loan today. */
  ReverseEntry reverse(LoanId loan, UUID entry) {
    return reverse("movement " + drawn++, loan, entry, TODAY);
  }

  private ReverseEntry reverse(String name, LoanId loan, UUID entry, LocalDate date) {
    return new ReverseEntry(
        loan, entry, entryId(name), null, date, "error_correction", null, Metadata.NONE, NOW);
  }

  private LoanCommands commands(LoanId loan) {
    Currency currency = seldom() ? pick(CURRENCIES) : model.loans.get(loan).opening.currency();
    UUID borrower = seldom() ? id("stranger") : random.nextBoolean() ? BORROWER : null;
    return LoanCommands.in(loan, currency).on(date()).from(borrower);
  }

  private PostAccrualBatch batch(String name) {
    List<PostAccrualBatch.Item> items = new ArrayList<>();
    for (LoanId loan : model.loans.keySet()) {
      boolean inDollars = model.loans.get(loan).opening.currency().equals(USD);
      if (inDollars ? random.nextBoolean() : seldom()) {
        items.add(item(loan, amount()));
      }
    }
    if (seldom()) {
      items.add(item(loan("unknown"), amount()));
    }
    if (seldom() && !items.isEmpty()) {
      items.add(item(pick(items).loan(), amount()));
    }
    return new BatchCommands(name, date()).post(items);
  }

  private ReverseAccrualBatch reverseBatch(String name) {
    AccrualBatchId batch = pick(model.batches.keySet());
    return new ReverseAccrualBatch(
        batch, entryId(name), date(), "error_correction", null, Metadata.NONE, NOW);
  }

  /** Mostly an entry of the loan, whatever became of it; seldom one of another loan. */
  private UUID entry(LoanId loan) {
    LoanId owner = seldom() ? pick(model.loans.keySet()) : loan;
    List<UUID> entries = new ArrayList<>(model.loans.get(owner).asked.keySet());
    if (seldom()) {
      entries.addAll(model.loans.get(owner).corrections.keySet());
    }
    return entries.isEmpty() ? id("no entry") : pick(entries);
  }

  private long amount() {
    return switch (random.nextInt(60)) {
      case 0 -> 0;
      case 1 -> -random.nextLong(1, 100);
      case 2 -> 1_000_000_000_000_001L;
      case 3 -> Long.MAX_VALUE;
      default -> random.nextLong(1, 1_000);
    };
  }

  private LocalDate date() {
    return switch (random.nextInt(40)) {
      case 0 -> TODAY.plusDays(1);
      case 1 -> TOO_EARLY;
      case 2 -> OPENED.minusDays(1);
      case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 -> TODAY.minusDays(random.nextInt(30));
      default -> TODAY;
    };
  }

  private boolean seldom() {
    return random.nextInt(20) == 0;
  }

  /** Mostly one of the last, which more often still count. */
  private String pick(List<String> names) {
    int from = Math.max(0, names.size() - 4);
    return names.get(seldom() ? random.nextInt(names.size()) : random.nextInt(from, names.size()));
  }

  private <T> T pick(Collection<T> many) {
    return many.stream().skip(random.nextInt(many.size())).findFirst().orElseThrow();
  }
}
