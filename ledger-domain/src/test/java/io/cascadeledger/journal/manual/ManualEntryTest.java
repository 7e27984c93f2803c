package io.cascadeledger.journal.manual;

import static io.cascadeledger.given.BooksCommands.ADJUSTMENTS;
import static io.cascadeledger.given.BooksCommands.BANK;
import static io.cascadeledger.given.BooksCommands.CASH;
import static io.cascadeledger.given.BooksCommands.TEXT;
import static io.cascadeledger.given.BooksCommands.approve;
import static io.cascadeledger.given.BooksCommands.asset;
import static io.cascadeledger.given.BooksCommands.close;
import static io.cascadeledger.given.BooksCommands.credit;
import static io.cascadeledger.given.BooksCommands.debit;
import static io.cascadeledger.given.BooksCommands.fourEyes;
import static io.cascadeledger.given.BooksCommands.manual;
import static io.cascadeledger.given.BooksCommands.open;
import static io.cascadeledger.given.BooksCommands.post;
import static io.cascadeledger.given.BooksCommands.postIn;
import static io.cascadeledger.given.BooksCommands.reject;
import static io.cascadeledger.given.BooksCommands.reverse;
import static io.cascadeledger.given.Sample.JPY;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import org.junit.jupiter.api.Test;

final class ManualEntryTest {
  private static final PostManualEntry ENTRY =
      post(
          "sweep",
          debit(ADJUSTMENTS, 700, USD),
          debit(ADJUSTMENTS, 40, JPY),
          credit(CASH, 40, JPY),
          credit(CASH, 700, USD));

  private static final JournalEntry WRITTEN =
      new JournalEntry(
          id("sweep"),
          EntryType.MANUAL_ADJUSTMENT,
          TODAY,
          Lines.builder()
              .debit(ADJUSTMENTS, new Money(700, USD))
              .debit(ADJUSTMENTS, new Money(40, JPY))
              .credit(CASH, new Money(40, JPY))
              .credit(CASH, new Money(700, USD))
              .build());

  private final InMemoryLedger ledger = new InMemoryLedger();

  private LedgerEvent last() {
    return ledger.events().getLast();
  }

  @Test
  void an_entry_in_two_currencies_is_booked_at_once_where_nobody_asks_for_four_eyes() {
    ledger.accept(ENTRY);

    assertThat(ledger.events())
        .containsExactly(
            new ManualEntryPosted(
                manual("sweep"), "alice", null, null, TEXT, null, WRITTEN, NOW.postedAt()));
  }

  @Test
  void a_draft_is_booked_as_it_was_written_once_another_approves_it() {
    ledger.accept(fourEyes(true), ENTRY);
    assertThat(last())
        .isEqualTo(
            new ManualEntryDrafted(manual("sweep"), "alice", TEXT, null, WRITTEN, NOW.postedAt()));

    ledger.accept(approve("sweep", "bob"));

    assertThat(last())
        .isEqualTo(
            new ManualEntryPosted(
                manual("sweep"), "alice", "bob", "Seen.", TEXT, null, WRITTEN, NOW.postedAt()));
  }

  @Test
  void an_author_may_withdraw_a_draft() {
    ledger.accept(fourEyes(true), ENTRY, reject("sweep", "alice"));

    assertThat(last())
        .isEqualTo(
            new ManualEntryRejected(
                manual("sweep"), "alice", "No receipt.", TODAY, NOW.postedAt()));
  }

  @Test
  void a_draft_still_needs_approval_when_four_eyes_are_no_longer_asked_for() {
    ledger.accept(fourEyes(true), ENTRY, fourEyes(false));

    ledger.accept(approve("sweep", "bob"), post("next", ENTRY.lines().toArray(lines())));

    assertThat(last()).isInstanceOf(ManualEntryPosted.class);
  }

  private static PostManualEntry.GivenLine[] lines() {
    return new PostManualEntry.GivenLine[0];
  }

  @Test
  void a_reversal_mirrors_the_entry_whatever_has_become_of_its_accounts() {
    ledger.accept(
        open(asset(BANK, "Bank")),
        post("sweep", debit(BANK, 5, USD), credit(CASH, 5, USD)),
        close(BANK),
        reverse("sweep", TODAY));

    Lines mirrored =
        Lines.builder().credit(BANK, new Money(5, USD)).debit(CASH, new Money(5, USD)).build();
    assertThat(last())
        .isEqualTo(
            new ManualEntryReversed(
                manual("sweep"),
                "error_correction",
                "Twice.",
                Metadata.NONE,
                null,
                new JournalEntry(id("reversal of sweep"), EntryType.REVERSAL, TODAY, mirrored),
                NOW.postedAt()));
  }

  @Test
  void an_entry_its_draft_and_its_reversal_are_in_the_layer_that_was_named() {
    ledger.accept(
        fourEyes(true),
        postIn(
            Layer.ENCUMBRANCE,
            TODAY,
            "commitment",
            debit(ADJUSTMENTS, 900, USD),
            credit(CASH, 900, USD)),
        approve("commitment", "bob"),
        reverse("commitment", TODAY));

    assertThat(ledger.events())
        .filteredOn(BookedEvent.class::isInstance)
        .extracting(event -> ((BookedEvent) event).bookedIn())
        .containsExactly(Layer.ENCUMBRANCE, Layer.ENCUMBRANCE);
    assertThat(ledger.events())
        .filteredOn(ManualEntryDrafted.class::isInstance)
        .extracting(event -> ((ManualEntryDrafted) event).layer())
        .containsExactly(Layer.ENCUMBRANCE);
  }
}
