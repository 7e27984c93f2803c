package io.cascadeledger.workload;

import static io.cascadeledger.given.BatchCommands.item;
import static io.cascadeledger.given.Sample.BORROWER;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.KWD;
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
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws commands, most of them sensible and some of them not. */
final class RandomCommands {
  private static final List<Currency> CURRENCIES = List.of(USD, USD, USD, JPY, KWD);
  private static final LocalDate TOO_EARLY = LocalDate.of(1969, 12, 31);

  private final Random random;
  private final ModelLedger model;
  private int drawn;

  RandomCommands(Random random, ModelLedger model) {
    this.random = random;
    this.model = model;
  }

  /** Commands that open the loans of a run; every other loan has a limit of principal. */
  List<Object> openings() {
    List<Object> openings = new ArrayList<>();
    for (int number = 0; number < CURRENCIES.size(); number++) {
      LoanCommands commands = LoanCommands.in(loan("loan " + number), CURRENCIES.get(number));
      openings.add(number % 2 == 0 ? commands.open() : commands.openWithPrincipal(5_000));
    }
    return openings;
  }

  Object next() {
    String name = "movement " + drawn++;
    LoanId loan = pick(model.loans.keySet());
    LoanCommands commands = commands(loan);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> commands.disburse(name, amount());
      case 3, 4 -> commands.assessFee(name, amount());
      case 5, 6, 7, 8 -> commands.pay(name, amount());
      case 9, 10 -> commands.pay(name, model.loans.get(loan).owed().longValueExact());
      case 11, 12 -> commands.close();
      case 13, 14, 15 -> batch(name);
      case 16 -> model.batches.isEmpty() ? commands.close() : reverseBatch(name);
      default -> reverse(name, loan, entry(loan), date());
    };
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
    Collection<UUID> entries = model.loans.get(owner).entries.keySet();
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
      case 3, 4, 5, 6, 7, 8 -> TODAY.minusDays(random.nextInt(30));
      default -> TODAY;
    };
  }

  private boolean seldom() {
    return random.nextInt(20) == 0;
  }

  private <T> T pick(Collection<T> many) {
    return many.stream().skip(random.nextInt(many.size())).findFirst().orElseThrow();
  }
}
