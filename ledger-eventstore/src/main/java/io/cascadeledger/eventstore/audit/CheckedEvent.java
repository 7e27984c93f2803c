package io.cascadeledger.eventstore.audit;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.accrual.AccrualBatchEvent;
import io.cascadeledger.bank.BankStatementImported;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.json.EventJson;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.journal.chart.ChartEvent;
import io.cascadeledger.journal.manual.ManualEntryEvent;
import io.cascadeledger.journal.period.PeriodEvent;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.product.LoanProductEvent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An event by itself, looked at: whether its hash is right, and what it says.
 *
 * @param stored the event as it is stored
 * @param hashed whether its hash is right
 * @param recorded what it says; null if it cannot be read
 * @param fault why it cannot be read, or why what stands beside the payload is wrong; or null
 * @param unbalanced whether it cannot be read because its entry is not balanced
 */
public record CheckedEvent(
    StoredEvent stored, boolean hashed, RecordedEvent recorded, String fault, boolean unbalanced) {

  private static final EventSerializer SERIALIZER = new EventSerializer();

  /** Looks at an event. Any thread may. */
  public static CheckedEvent of(StoredEvent stored) {
    boolean hashed = Arrays.equals(stored.computeHash(), stored.hash());
    try {
      LedgerEvent event = stored.read(SERIALIZER);
      Map<String, String> metadata = SERIALIZER.readMetadata(stored.metadata());
      RecordedEvent recorded = RecordedEvent.of(stored.position(), event, metadata);
      return new CheckedEvent(stored, hashed, recorded, columns(stored, event), false);
    } catch (RuntimeException e) {
      boolean unbalanced = isUnbalanced(stored.payload());
      return new CheckedEvent(stored, hashed, null, reason(e), unbalanced);
    }
  }

  private static String reason(RuntimeException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  /** What of the columns is not as in the payload; null if all is. */
  private static String columns(StoredEvent stored, LedgerEvent event) {
    String stream =
        switch (event) {
          case LoanEvent it -> it.loan().toString();
          case AccountEvent it -> it.account().toString();
          case ClaimEvent it -> it.claim().toString();
          case AccrualBatchEvent it -> it.batch().toString();
          case LoanProductEvent it -> it.product().streamId();
          case ManualEntryEvent it -> it.manualEntry().toString();
          case PeriodEvent it -> it.periods().toString();
          case ChartEvent it -> it.chart().toString();
          case BooksSettingsChanged it -> it.settings().toString();
          case BankStatementImported it -> it.statement().toString();
          default -> stored.stream();
        };
    if (!stored.stream().equals(stream)) {
      return "its stream is " + stream;
    }
    if (!stored.effectiveDate().equals(event.effectiveDate())) {
      return "its effective date is " + event.effectiveDate();
    }
    if (!stored.postedAt().equals(event.postedAt())) {
      return "it was recorded at " + event.postedAt();
    }
    return null;
  }

  /** Looks at the lines of an entry that the ledger itself would not take. */
  private static boolean isUnbalanced(byte[] payload) {
    try {
      Map<String, BigInteger> sums = new HashMap<>();
      for (JsonNode line : EventJson.mapper().readTree(payload).at("/entry/lines")) {
        BigInteger amount = new BigInteger(line.at("/amount/minor_units").asString());
        boolean debit = line.path("side").asString().equals("debit");
        sums.merge(
            line.at("/amount/currency").asString(),
            debit ? amount : amount.negate(),
            BigInteger::add);
      }
      return sums.values().stream().anyMatch(sum -> sum.signum() != 0);
    } catch (JacksonException | NumberFormatException e) {
      return false; // it is not even an entry
    }
  }
}
