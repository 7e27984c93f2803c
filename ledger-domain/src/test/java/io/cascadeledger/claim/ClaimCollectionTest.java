package io.cascadeledger.claim;

import static io.cascadeledger.given.AccountItems.credit;
import static io.cascadeledger.given.AccountItems.debit;
import static io.cascadeledger.given.AccountItems.promise;
import static io.cascadeledger.given.AccountItems.resolve;
import static io.cascadeledger.given.ClaimBook.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.given.ClaimBook;
import io.cascadeledger.refusal.ItemRefusalCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credits, debits and the end of a claim that no account's entries manage. */
final class ClaimCollectionTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  void credits_and_debits_change_the_amount_and_a_credit_of_all_resolves() {
    ClaimBook book = ClaimBook.of(1_000, 40);

    List<ClaimEvent> events = book.accept(debit("d", 500), credit("c", 1_500));

    assertThat(events)
        .hasExactlyElementsOfTypes(ClaimDebited.class, ClaimCredited.class, ClaimResolved.class);
    assertThat(lines(events))
        .containsExactly("1500 Dr 500, 5910 Cr 500", "5910 Dr 1500, 1500 Cr 1500");
    assertThat(book.standing()).isEqualTo("0 + 40 CLAIM_PAID");
    assertRefused(book, ItemRefusalCode.CLAIM_RESOLVED, debit("d2", 1));
  }

  @Test
  void a_credit_above_what_is_owed_is_refused_and_nothing_before_it_happens() {
    ClaimBook book = ClaimBook.of(1_000, 40);

    assertThat(book.refuse(debit("d", 1), credit("c", 1_002)))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(ItemRefusalCode.EXCEEDS_OPEN);
              assertThat(refused.index()).isEqualTo(1);
            });
    assertThat(book.standing()).isEqualTo("1000 + 40 ACTIVE");
  }

  @Test
  void resolving_leaves_amount_and_books_alone() {
    ClaimBook book = ClaimBook.of(1_000, 0);

    assertThat(lines(book.accept(resolve(ResolutionReason.FRAUDULENT)))).isEmpty();
    assertThat(book.standing()).isEqualTo("1000 + 0 FRAUDULENT");
    assertThat(book.accept(resolve(ResolutionReason.FRAUDULENT))).isEmpty();
    assertRefused(book, ItemRefusalCode.CLAIM_RESOLVED, resolve(ResolutionReason.CLAIM_DISCARDED));
    assertRefused(book, ItemRefusalCode.CLAIM_RESOLVED, promise(10, MAY));
  }

  private static void assertRefused(ClaimBook book, ItemRefusalCode code, ClaimItem item) {
    assertThat(book.refuse(item))
        .hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
