package io.cascadeledger.claim;

import static io.cascadeledger.given.AccountItems.credit;
import static io.cascadeledger.given.AccountItems.debit;
import static io.cascadeledger.given.AccountItems.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.ClaimBook;
import io.cascadeledger.given.Trial;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.refusal.ItemRefused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random commands on unmanaged claims, held against a model of four variables and the books. */
final class ClaimWorkloadTest {
  private static final Long ONLY_SEED = Long.getLong("ledger.workload.seed");
  private static final List<AmountCheck> CHECKS = List.of(AmountCheck.values());
  private static final List<ResolutionReason> REASONS = List.of(ResolutionReason.values());

  @Test
  void the_claim_agrees_with_the_model_and_the_books_after_every_command() {
    if (ONLY_SEED != null) {
      new Run(ONLY_SEED).toTheEnd();
      return;
    }
    LongStream.rangeClosed(1, 300).forEach(seed -> new Run(seed).toTheEnd());
  }

  private static final class Run {
    private final long seed;
    private final Random random;
    private final ClaimBook book = new ClaimBook();
    private final Trial trial = new Trial();

    private boolean there;
    private boolean deleted;
    private long amount;
    private long fees;
    private String standing;
    private long created;
    private boolean recreated;
    private int drawn;

    Run(long seed) {
      this.seed = seed;
      random = new Random(seed);
    }

    void toTheEnd() {
      for (int step = 1; step <= 80; step++) {
        ClaimItem item = next();
        try {
          step(item);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed %d, step %d: %s".formatted(seed, step, item), e);
        }
      }
      ClaimState folded = ClaimState.NONE;
      for (ClaimEvent event : book.events()) {
        folded = folded.after(event);
      }
      assertThat(folded).isEqualTo(book.state());
    }

    private void step(ClaimItem item) {
      boolean possible = expect(item);
      int before = book.events().size();

      Optional<ItemRefused> answer = book.refuse(item);

      assertThat(answer.isEmpty()).as("accepted").isEqualTo(possible);
      book.events().subList(before, book.events().size()).forEach(trial::add);
      if (there) {
        assertThat(book.standing())
            .isEqualTo("%d + %d %s".formatted(amount, fees, deleted ? "DELETED" : standing));
      }
      assertThat(trial.of(ChartOfAccounts.CLAIMS_RECEIVABLE)).isEqualTo(deleted ? 0 : amount);
      assertThat(trial.of(ChartOfAccounts.CLAIM_FEES_RECEIVABLE)).isEqualTo(deleted ? 0 : fees);
      assertThat(trial.sum()).as("debits less credits").isZero();
    }

    private ClaimItem next() {
      long minor = random.nextInt(60);
      return switch (random.nextInt(12)) {
        case 0, 1 -> book.create(minor % 4, 5);
        case 2 -> book.importing(minor, minor % 3);
        case 3, 4, 5 ->
            book.update(
                random.nextInt(3) == 0 ? 0 : minor,
                random.nextBoolean() ? null : "CLAIM_PAID",
                CHECKS.get(random.nextInt(CHECKS.size())));
        case 6, 7 -> credit("c" + drawn++, random.nextBoolean() ? Math.max(amount, 1) : minor);
        case 8 -> debit("d" + drawn++, minor);
        case 9 -> resolve(REASONS.get(random.nextInt(REASONS.size())));
        case 10 -> book.delete();
        default -> book.recreate(minor % 4, 5);
      };
    }

    private boolean expect(ClaimItem item) {
      return switch (item) {
        case ClaimItem.Create it ->
            there
                ? !deleted && created == key(it.details().amountMinor(), 5)
                : born(it.details().amountMinor(), 5, false);
        case ClaimItem.Recreate it ->
            there
                && (deleted
                    ? born(it.details().amountMinor(), 5, true)
                    : recreated && created == key(it.details().amountMinor(), 5));
        case ClaimItem.Import it ->
            there
                ? !deleted
                    && updated(
                        it.details().amountMinor(), it.details().totalFeesMinor(), it.check(), null)
                : born(it.details().amountMinor(), it.details().totalFeesMinor(), false);
        case ClaimItem.Update it ->
            there
                && !deleted
                && it.check() != AmountCheck.CONTRADICTORY
                && updated(it.patch().amountMinor(), fees, it.check(), it.reason());
        case ClaimItem.Credit it -> changed(it.amount().minorUnits(), -it.amount().minorUnits());
        case ClaimItem.Debit it -> changed(it.amount().minorUnits(), it.amount().minorUnits());
        case ClaimItem.Resolve it -> resolved(it.reason().name());
        case ClaimItem.Delete _ -> {
          deleted = there;
          yield there;
        }
        default -> throw new IllegalStateException("never drawn");
      };
    }

    private static long key(long minor, long feesMinor) {
      return minor * 1_000 + feesMinor;
    }

    private boolean born(long minor, long feesMinor, boolean again) {
      there = true;
      deleted = false;
      amount = minor;
      fees = feesMinor;
      standing = "ACTIVE";
      created = key(minor, feesMinor);
      recreated = again;
      return true;
    }

    private boolean updated(long minor, long feesMinor, AmountCheck check, String reason) {
      amount = minor;
      fees = feesMinor;
      boolean active = standing.equals("ACTIVE");
      if (check != AmountCheck.KEEP && minor == 0 && active) {
        standing = reason == null ? "CLAIM_PAID" : reason;
      } else if (check == AmountCheck.RECOMPUTE && minor > 0) {
        standing = "ACTIVE";
      }
      return true;
    }

    private boolean changed(long by, long more) {
      if (!there || deleted || !standing.equals("ACTIVE") || by == 0 || amount + more < 0) {
        return false;
      }
      amount += more;
      if (more < 0 && amount == 0) {
        standing = "CLAIM_PAID";
      }
      return true;
    }

    private boolean resolved(String reason) {
      if (!there || deleted || !(standing.equals("ACTIVE") || standing.equals(reason))) {
        return false;
      }
      standing = reason;
      return true;
    }
  }
}
