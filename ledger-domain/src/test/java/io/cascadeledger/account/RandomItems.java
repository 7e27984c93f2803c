package io.cascadeledger.account;

import static io.cascadeledger.given.AccountItems.adjustment;
import static io.cascadeledger.given.AccountItems.chargeback;
import static io.cascadeledger.given.AccountItems.credit;
import static io.cascadeledger.given.AccountItems.debit;
import static io.cascadeledger.given.AccountItems.discount;
import static io.cascadeledger.given.AccountItems.fee;
import static io.cascadeledger.given.AccountItems.invoice;
import static io.cascadeledger.given.AccountItems.match;
import static io.cascadeledger.given.AccountItems.on;
import static io.cascadeledger.given.AccountItems.payment;
import static io.cascadeledger.given.AccountItems.reporting;
import static io.cascadeledger.given.AccountItems.resolve;
import static io.cascadeledger.given.AccountItems.setAmounts;
import static io.cascadeledger.given.AccountItems.target;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.AccountItem.TargetAmount;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.AccountItems;
import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.matching.MatchStrategy;
import io.cascadeledger.metadata.Meta;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws things to do with an account, most of them sensible and some of them not. */
final class RandomItems {
  private static final List<MatchStrategy> STRATEGIES = List.of(MatchStrategy.values());
  private static final List<ResolutionReason> REASONS = List.of(ResolutionReason.values());

  private final Random random;
  private int drawn;

  RandomItems(Random random) {
    this.random = random;
  }

  /** Some items; one that makes entries of its own comes last, as the model waits for these. */
  List<AccountItem> next(ModelAccount model) {
    List<AccountItem> items = new ArrayList<>();
    boolean making = random.nextInt(4) == 0;
    int count = random.nextInt(4) == 0 ? random.nextInt(4) : making ? 0 : 1;
    for (int i = 0; i < count; i++) {
      items.add(one(model));
    }
    if (making || items.isEmpty()) {
      items.add(
          random.nextInt(5) == 0
              ? setAmounts("S" + drawn++, targets(model))
              : match("T" + drawn++, amount() * 2, rule()));
    }
    return items;
  }

  private AccountItem one(ModelAccount model) {
    String name = random.nextInt(25) == 0 ? pick(model) : "E" + drawn++;
    return switch (random.nextInt(19)) {
      case 0, 1, 2 -> invoice(name, random.nextInt(8) == 0 ? 0 : amount(), due(), product());
      case 3, 4, 5 -> fee(name, amount(), type(), random.nextInt(3) == 0 ? null : pick(model));
      case 6, 7, 8 -> payment(name, upTo(model), random.nextInt(4) == 0 ? null : pick(model));
      case 9, 10 -> chargeback(name, upTo(model), pick(model));
      case 11, 12 -> discount(name, upTo(model), pick(model));
      case 13, 14 -> adjustment(name, signed(), random.nextInt(4) == 0 ? null : pick(model));
      case 15 -> reporting(name, amount());
      case 16 -> on(pick(model), credit("credit " + drawn++, upTo(model)));
      case 17 -> on(pick(model), debit("debit " + drawn++, amount()));
      default ->
          random.nextInt(3) == 0
              ? on(pick(model), resolve(REASONS.get(random.nextInt(REASONS.size()))))
              : AccountItems.fee(name, amount(), null, null);
    };
  }

  private TargetAmount[] targets(ModelAccount model) {
    List<String> reasons = List.of("PAYMENT", "CHARGEBACK", "ERROR");
    TargetAmount[] targets = new TargetAmount[1 + random.nextInt(3)];
    for (int i = 0; i < targets.length; i++) {
      targets[i] =
          target(pick(model), random.nextInt(60), reasons.get(random.nextInt(reasons.size())));
    }
    return targets;
  }

  /** Whether a step can lead to a target amount; if so the model takes it. */
  static boolean leads(ModelAccount model, TargetAmount target, long more) {
    String reference = target.reference();
    if (!model.hasTargetAmount(reference)) {
      return false;
    }
    if (more == 0) {
      return true;
    }
    String name = "step " + model.references().size();
    return switch (target.reason()) {
      case "PAYMENT" ->
          more < 0
              && model.add(
                  new LedgerEntry.Payment(
                      name, -more, null, null, reference, null, null, Meta.NONE));
      case "CHARGEBACK" ->
          more > 0
              && model.add(
                  new LedgerEntry.Chargeback(name, more, reference, null, null, Meta.NONE));
      default ->
          model.add(
              new LedgerEntry.Adjustment(name, more, null, null, reference, null, null, Meta.NONE));
    };
  }

  private MatchRule rule() {
    return new MatchRule(
        STRATEGIES.get(random.nextInt(STRATEGIES.size())),
        random.nextInt(3) == 0 ? product() : null,
        random.nextBoolean() ? List.of() : List.of("VISIT", "LETTER"));
  }

  private String pick(ModelAccount model) {
    List<String> references = model.references();
    return references.isEmpty() || random.nextInt(30) == 0
        ? "UNKNOWN"
        : references.get(random.nextInt(references.size()));
  }

  private long upTo(ModelAccount model) {
    long most = random.nextBoolean() ? model.open(pick(model)) : 0;
    return most > 0 ? 1 + random.nextLong(most) : amount();
  }

  private long signed() {
    return random.nextBoolean() ? amount() : -amount() / 2;
  }

  private long amount() {
    return 1L + random.nextInt(100);
  }

  private LocalDate due() {
    return AccountItems.MARCH_1.plusDays(random.nextInt(10));
  }

  private String product() {
    return random.nextBoolean() ? "P" : null;
  }

  private String type() {
    return random.nextInt(3) == 0 ? null : random.nextBoolean() ? "LETTER" : "VISIT";
  }
}
