package io.cascadeledger.projections.journal;

import static io.cascadeledger.journal.ChartOfAccounts.ADJUSTMENTS;
import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Books;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.Projections;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManualEntryProjectionTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final Lines LINES =
      Lines.builder()
          .debit(ADJUSTMENTS, Money.ofMinor(700, "USD"))
          .credit(CASH_CLEARING, Money.ofMinor(700, "USD"))
          .build();

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());
  private final Books books = new Books(lender, projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private JournalItem entry(UUID id) {
    return projections.journal().entry("acme", id).block();
  }

  private ManualEntryView manual(ManualEntryId id) {
    return projections.manualEntries().entry("acme", id.value()).block();
  }

  private BigInteger adjusted() {
    return projections
        .balances()
        .account("acme", ADJUSTMENTS, Currency.getInstance("USD"), Layer.SETTLED, MAY)
        .block()
        .debitMinor();
  }

  @Test
  void a_booked_entry_is_read_back_with_its_lines_and_notes_and_without_a_loan() {
    ManualEntryPosted posted = books.post(MAY, LINES);
    projections.catchUp();

    JournalItem item = entry(posted.entry().id());
    assertThat(item.type()).isEqualTo(EntryType.MANUAL_ADJUSTMENT);
    assertThat(item.description()).isEqualTo("Said; \"so\".");
    assertThat(item.metadata()).isEqualTo(posted.text().metadata());
    assertThat(item.lines())
        .extracting(JournalItem.Line::account)
        .containsExactly(ADJUSTMENTS, CASH_CLEARING);
    assertThat(item.lines())
        .extracting(JournalItem.Line::loanId, JournalItem.Line::externalRef)
        .containsOnly(tuple(null, "ref|7"));
    assertThat(adjusted()).isEqualTo(700);
    assertThat(manual(posted.manualEntry()).status()).isEqualTo(ManualEntryStatus.POSTED);
    assertThat(manual(posted.manualEntry()).decidedBy()).isNull();
  }

  @Test
  void a_draft_is_in_no_book_until_it_is_approved() {
    ManualEntryDrafted draft = books.draft(MAY, LINES);
    projections.catchUp();
    assertThat(entry(draft.manualEntry().value())).isNull();
    assertThat(adjusted()).isZero();
    assertThat(projections.journal().owner("acme", draft.manualEntry().value()).block()).isNull();
    assertThat(manual(draft.manualEntry()).lines()).isEqualTo(LINES.list());

    ManualEntryPosted posted = books.approve(draft);
    projections.catchUp();

    assertThat(entry(draft.manualEntry().value()).postedAt()).isEqualTo(posted.postedAt());
    assertThat(adjusted()).isEqualTo(700);
    ManualEntryView view = manual(draft.manualEntry());
    assertThat(view.author()).isEqualTo("alice");
    assertThat(view.writtenAt()).isEqualTo(draft.postedAt());
    assertThat(view.decidedBy()).isEqualTo("bob");
    assertThat(view.decidedAt()).isEqualTo(posted.postedAt());
    assertThat(view.decisionReason()).isEqualTo("Seen.");
  }

  @Test
  void a_draft_and_its_rejection_may_come_in_one_chunk() {
    projections.stop();
    ManualEntryDrafted draft = books.draft(MAY, LINES);
    books.reject(draft);
    projections.readInOneChunk(new JournalProjection(projections.jdbc()));

    assertThat(manual(draft.manualEntry()).status()).isEqualTo(ManualEntryStatus.REJECTED);
    assertThat(manual(draft.manualEntry()).decisionReason()).isEqualTo("No receipt.");
    assertThat(entry(draft.manualEntry().value())).isNull();
  }

  @Test
  void a_reversal_is_linked_both_ways_and_belongs_to_the_manual_entry() {
    ManualEntryPosted posted = books.post(MAY, LINES);
    ManualEntryReversed reversal = books.reverse(posted, MAY);
    projections.catchUp();

    assertThat(entry(posted.entry().id()).reversedByEntryId()).isEqualTo(reversal.entry().id());
    assertThat(entry(reversal.entry().id()).reversesEntryId()).isEqualTo(posted.entry().id());
    EntryOwner owner = new EntryOwner.OfManualEntry(posted.manualEntry());
    assertThat(projections.journal().owner("acme", posted.entry().id()).block()).isEqualTo(owner);
    assertThat(projections.journal().owner("acme", reversal.entry().id()).block()).isEqualTo(owner);
    assertThat(projections.journal().owner("other", posted.entry().id()).block()).isNull();
    assertThat(projections.manualEntries().entry("other", posted.entry().id()).block()).isNull();
  }

  @Test
  void a_tenant_asks_for_four_eyes_as_it_last_said() {
    projections.catchUp();
    assertThat(projections.manualEntries().settled("acme").block().fourEyes()).isFalse();

    books.fourEyes(false);
    books.fourEyes(true);
    projections.catchUp();

    assertThat(projections.manualEntries().settled("acme").block().fourEyes()).isTrue();
    assertThat(projections.manualEntries().settled("other").block().fourEyes()).isFalse();
  }

  @Test
  void drafts_are_listed_page_by_page_in_the_order_in_which_they_were_written() {
    List<UUID> drafts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      drafts.add(books.draft(MAY, LINES).manualEntry().value());
      books.post(MAY, LINES);
    }
    projections.catchUp();

    Page<ManualEntryView> first = drafts(0, 3);
    Page<ManualEntryView> second = drafts(first.next(), 3);

    assertThat(ids(first)).isEqualTo(drafts.subList(0, 3));
    assertThat(ids(second)).isEqualTo(drafts.subList(3, 5));
    assertThat(second.next()).isNull();
  }

  private Page<ManualEntryView> drafts(long after, int size) {
    return projections
        .manualEntries()
        .withStatus("acme", ManualEntryStatus.DRAFT, after, size)
        .block();
  }

  private static List<UUID> ids(Page<ManualEntryView> page) {
    return page.items().stream().map(ManualEntryView::entryId).toList();
  }
}
