package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleAccounts.DEBTOR;
import static io.cascadeledger.eventstore.json.ExampleAccounts.DUE;
import static io.cascadeledger.eventstore.json.ExampleAccounts.META;
import static io.cascadeledger.eventstore.json.ExampleAccounts.PROMISE;
import static io.cascadeledger.eventstore.json.ExampleAccounts.SCORE;
import static io.cascadeledger.eventstore.json.ExampleAccounts.TRIGGER;
import static io.cascadeledger.eventstore.json.ExampleAccounts.USD;
import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;
import static io.cascadeledger.journal.ChartOfAccounts.CLAIMS_PLACED;
import static io.cascadeledger.journal.ChartOfAccounts.CLAIMS_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.CLAIM_ADJUSTMENTS;
import static io.cascadeledger.journal.ChartOfAccounts.COLLECTIONS_CLEARING;

import io.cascadeledger.claim.event.ClaimCreated;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.event.ClaimDeleted;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.event.ClaimJourneyChanged;
import io.cascadeledger.claim.event.ClaimPromised;
import io.cascadeledger.claim.event.ClaimReactivated;
import io.cascadeledger.claim.event.ClaimRecreated;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.event.ClaimTriggerFired;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import java.util.List;
import java.util.stream.Stream;

/** What can happen to an unmanaged claim, with nothing left out. */
final class ExampleClaims {

  private static final ClaimId CLAIM = new ClaimId("acme", "CLAIM/002");

  private ExampleClaims() {}

  static Stream<LedgerEvent> all() {
    return Stream.of(
        new ClaimCreated(CLAIM, details(1_000), "7d793037a0760186", placed(0x31), DAY, POSTED_AT),
        new ClaimRecreated(CLAIM, details(1_000), "7d793037a0760186", placed(0x32), DAY, POSTED_AT),
        new ClaimUpdated(
            CLAIM,
            details(600),
            "CLAIM_PAID",
            booked(0x33, EntryType.CLAIM_CHANGED, COLLECTIONS_CLEARING, CLAIMS_RECEIVABLE, 400),
            DAY,
            POSTED_AT),
        new ClaimCredited(
            CLAIM,
            usd(100),
            Originator.DCA,
            "Paid in part.",
            500,
            booked(0x34, EntryType.ADJUSTMENT, CLAIM_ADJUSTMENTS, CLAIMS_RECEIVABLE, 100),
            DAY,
            POSTED_AT),
        new ClaimDebited(
            CLAIM,
            usd(50),
            Originator.CLIENT,
            "Costs of the court.",
            550,
            booked(0x35, EntryType.ADJUSTMENT, CLAIMS_RECEIVABLE, CLAIM_ADJUSTMENTS, 50),
            DAY,
            POSTED_AT),
        new ClaimResolved(CLAIM, ResolutionReason.CLAIM_SOLD, DAY, POSTED_AT),
        new ClaimReactivated(CLAIM, DAY, POSTED_AT),
        new ClaimDeleted(
            CLAIM,
            "Placed by mistake.",
            booked(0x36, EntryType.CLAIM_WITHDRAWN, CLAIMS_PLACED, CLAIMS_RECEIVABLE, 550),
            DAY,
            POSTED_AT),
        new ClaimPromised(CLAIM, PROMISE, DAY, POSTED_AT),
        new ClaimJourneyChanged(
            CLAIM, JourneyState.PAUSED, "HOLIDAY", "Until August.", DAY, POSTED_AT),
        new ClaimTriggerFired(CLAIM, TRIGGER, DAY, POSTED_AT));
  }

  private static ClaimDetails details(long minor) {
    return new ClaimDetails(
        minor,
        USD,
        40,
        List.of(new ClaimFee("Interest", 40)),
        DUE,
        DAY,
        "PORTFOLIO-1",
        "PRODUCT-1",
        "CREDITOR-1",
        "PAY-1",
        "ACCOUNT/002 Zürich",
        List.of(SCORE),
        DEBTOR,
        META);
  }

  private static JournalEntry placed(int number) {
    return booked(number, EntryType.CLAIM_PLACED, CLAIMS_RECEIVABLE, CLAIMS_PLACED, 1_000);
  }

  private static JournalEntry booked(
      int number, EntryType type, AccountCode debit, AccountCode credit, long minor) {
    return entry(
        number, type, Lines.builder().debit(debit, usd(minor)).credit(credit, usd(minor)).build());
  }
}
