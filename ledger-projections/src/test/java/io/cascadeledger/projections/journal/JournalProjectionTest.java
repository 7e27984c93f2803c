package io.cascadeledger.projections.journal;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cascadeledger.accrual.AccrualBatchPosted;
import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Ids;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Page;
import io.cascadeledger.projections.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalProjectionTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final Projections projections = Projections.start(100);
  private final Lender lender = new Lender("acme", projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private JournalItem entry(UUID id) {
    return projections.journal().entry("acme", id).block();
  }

  @Test
  void a_payment_is_read_back_with_its_lines() {
    LoanId loan = quickstartLoan();
    PaymentPosted payment = lender.pay(loan, 88_849, MAY);
    projections.catchUp();

    JournalItem item = entry(payment.entry().id());

    UUID borrower = lender.state(loan).borrowerId();
    assertThat(item.type()).isEqualTo(EntryType.PAYMENT_RECEIVED);
    assertThat(item.effectiveDate()).isEqualTo(MAY);
    assertThat(item.postedAt()).isEqualTo(payment.postedAt());
    assertThat(item.actor()).isEqualTo("client-1");
    assertThat(item.correlationId()).isEqualTo("correlation-" + item.position());
    assertThat(item.description()).isNull();
    assertThat(item.lines())
        .containsExactly(
            line(1, CASH_CLEARING, Side.DEBIT, 88_849, loan, borrower),
            line(2, FEES_RECEIVABLE, Side.CREDIT, 500, loan, borrower),
            line(3, INTEREST_RECEIVABLE, Side.CREDIT, 10_000, loan, borrower),
            line(4, PRINCIPAL_RECEIVABLE, Side.CREDIT, 78_349, loan, borrower));
  }

  private LoanId quickstartLoan() {
    LoanId loan = lender.open("USD", APRIL);
    lender.disburse(loan, 1_000_000, APRIL);
    lender.fee(loan, 500, APRIL);
    lender.accrue(APRIL, List.of(loan), 10_000);
    return loan;
  }

  private static JournalItem.Line line(
      int sequence, AccountCode account, Side side, long minor, LoanId loan, UUID borrower) {
    return new JournalItem.Line(
        sequence,
        account,
        side,
        Money.ofMinor(minor, "USD"),
        Layer.SETTLED,
        loan.value(),
        borrower,
        "stripe_ch_xyz123");
  }

  @Test
  void a_reversal_is_linked_both_ways() {
    LoanId loan = lender.open("USD", APRIL);
    FeeAssessed fee = lender.fee(loan, 500, APRIL);
    projections.catchUp();
    EntryReversed reversal = lender.reverse(loan, fee.entry().id(), MAY);
    projections.catchUp();

    assertThat(entry(fee.entry().id()).reversedByEntryId()).isEqualTo(reversal.entry().id());
    assertThat(entry(fee.entry().id()).description()).isEqualTo("Late by a week");
    assertThat(entry(reversal.entry().id()).reversesEntryId()).isEqualTo(fee.entry().id());
    assertThat(entry(reversal.entry().id()).description()).isEqualTo("Booked twice");
    assertThat(entry(reversal.entry().id()).lines())
        .extracting(JournalItem.Line::side)
        .containsExactly(Side.CREDIT, Side.DEBIT);
  }

  @Test
  void a_movement_and_its_reversal_may_come_in_one_batch() {
    projections.stop();
    LoanId loan = lender.open("USD", APRIL);
    FeeAssessed fee = lender.fee(loan, 500, APRIL);
    EntryReversed reversal = lender.reverse(loan, fee.entry().id(), MAY);
    projections.readInOneChunk(new JournalProjection(projections.jdbc()));

    assertThat(entry(fee.entry().id()).reversedByEntryId()).isEqualTo(reversal.entry().id());
  }

  @Test
  void a_batch_of_accruals_is_read_as_one_entry() {
    LoanId first = lender.open("USD", APRIL);
    LoanId second = lender.open("USD", APRIL);
    AccrualBatchPosted batch = lender.accrue(MAY, List.of(first, second), 300);
    AccrualBatchReversed reversal = lender.reverse(batch, MAY);
    projections.catchUp();

    JournalItem whole = entry(batch.entryId());
    assertThat(whole.type()).isEqualTo(EntryType.ACCRUAL);
    assertThat(whole.accrualId()).isEqualTo(batch.batch().value());
    assertThat(whole.description()).isNull();
    assertThat(whole.reversedByEntryId()).isEqualTo(reversal.entryId());
    assertThat(whole.lines())
        .extracting(JournalItem.Line::sequence, JournalItem.Line::side, JournalItem.Line::loanId)
        .containsExactly(
            tuple(1, Side.DEBIT, first.value()),
            tuple(2, Side.CREDIT, first.value()),
            tuple(3, Side.DEBIT, second.value()),
            tuple(4, Side.CREDIT, second.value()));
    assertThat(whole.lines())
        .extracting(JournalItem.Line::borrowerId)
        .contains(lender.state(first).borrowerId(), lender.state(second).borrowerId());

    JournalItem undone = entry(reversal.entryId());
    assertThat(undone.type()).isEqualTo(EntryType.REVERSAL);
    assertThat(undone.reversesEntryId()).isEqualTo(batch.entryId());
    assertThat(undone.lines()).hasSize(4);

    JournalItem part = entry(Ids.partOf(batch.entryId(), first.value()));
    assertThat(part.batchEntryId()).isEqualTo(batch.entryId());
    assertThat(part.reversedByEntryId()).isEqualTo(Ids.partOf(reversal.entryId(), first.value()));
    assertThat(part.lines()).hasSize(2);
  }

  @Test
  void an_entry_knows_its_owner_and_other_tenants_do_not() {
    LoanId loan = lender.open("USD", APRIL);
    DisbursementPosted disbursement = lender.disburse(loan, 100, APRIL);
    AccrualBatchPosted batch = lender.accrue(MAY, List.of(loan), 300);
    projections.catchUp();
    JournalQueries journal = projections.journal();
    UUID entryId = disbursement.entry().id();

    assertThat(journal.owner("acme", entryId).block()).isEqualTo(new EntryOwner.OfLoan(loan));
    assertThat(journal.owner("acme", batch.entryId()).block())
        .isEqualTo(new EntryOwner.OfBatch(batch.batch()));
    assertThat(journal.owner("other", entryId).blockOptional()).isEmpty();
    assertThat(journal.owner("acme", UUID.randomUUID()).blockOptional()).isEmpty();
    assertThat(journal.entry("other", entryId).blockOptional()).isEmpty();
    assertThat(journal.entry("other", batch.entryId()).blockOptional()).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_overlap() {
    LoanId loan = lender.open("USD", APRIL);
    LoanId other = lender.open("USD", APRIL);
    List<UUID> posted = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      posted.add(lender.fee(loan, 100 + day, APRIL.plusDays(day)).entry().id());
      lender.fee(other, 1, APRIL);
    }
    projections.catchUp();

    List<UUID> read = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Long after = 0L;
    while (after != null) {
      Page<JournalItem> page = page(loan, new EntriesWanted(null, null, null, after, 3));
      page.items().forEach(item -> read.add(item.entryId()));
      sizes.add(page.items().size());
      after = page.next();
    }

    assertThat(read).isEqualTo(posted);
    assertThat(sizes).containsExactly(3, 3, 1);
    assertThat(page(loan, new EntriesWanted(null, null, null, 0, 7)).next()).isNull();
  }

  @Test
  void entries_are_chosen_by_effective_date_and_type() {
    LoanId loan = lender.open("USD", APRIL);
    UUID fee = lender.fee(loan, 100, APRIL).entry().id();
    UUID later = lender.fee(loan, 100, MAY).entry().id();
    UUID disbursement = lender.disburse(loan, 100, MAY).entry().id();
    projections.catchUp();

    assertThat(ids(loan, APRIL, APRIL, null)).containsExactly(fee);
    assertThat(ids(loan, APRIL.plusDays(1), null, null)).containsExactly(later, disbursement);
    assertThat(ids(loan, null, MAY.minusDays(1), null)).containsExactly(fee);
    assertThat(ids(loan, null, null, EntryType.FEE_ASSESSED)).containsExactly(fee, later);
    assertThat(ids(loan, MAY, MAY, EntryType.DISBURSEMENT)).containsExactly(disbursement);
    assertThat(ids(loan, null, null, EntryType.REVERSAL)).isEmpty();
  }

  private List<UUID> ids(LoanId loan, LocalDate from, LocalDate to, EntryType type) {
    return page(loan, new EntriesWanted(from, to, type, 0, 50)).items().stream()
        .map(JournalItem::entryId)
        .toList();
  }

  private Page<JournalItem> page(LoanId loan, EntriesWanted wanted) {
    return projections.journal().entriesOfLoan(loan.tenant(), loan.value(), wanted).block();
  }

  @Test
  void a_loan_without_entries_has_an_empty_page_and_an_unknown_loan_has_none() {
    LoanId loan = lender.open("USD", APRIL);
    projections.catchUp();
    EntriesWanted all = new EntriesWanted(null, null, null, 0, 10);

    Page<JournalItem> page = projections.journal().entriesOfLoan("acme", loan.value(), all).block();
    Page<JournalItem> ofUnknownLoan =
        projections.journal().entriesOfLoan("acme", UUID.randomUUID(), all).block();
    Page<JournalItem> ofOtherTenant =
        projections.journal().entriesOfLoan("other", loan.value(), all).block();

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isNull();
    assertThat(ofUnknownLoan).isNull();
    assertThat(ofOtherTenant).isNull();
  }
}
