package io.cascadeledger.projections.debtor;

import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.claim.value.Promises;
import io.cascadeledger.eventstore.json.EventJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads claims. Those that were deleted are not among them, but where that is said. */
public final class ClaimQueries {

  private static final String OF_ACCOUNT =
      """
      SELECT position, content
        FROM claim
       WHERE tenant = :tenant AND account_reference = :account AND NOT deleted
         AND position > :after AND status = ANY (:statuses)
       ORDER BY position
       LIMIT :size
      """;

  private static final String PLACES =
      """
      SELECT manager, reference FROM claim
       WHERE tenant = :tenant AND reference = ANY (:references)
       ORDER BY manager
      """;

  private static final String ONE =
      """
      SELECT content FROM claim
       WHERE tenant = :tenant AND manager = :manager AND reference = :reference AND NOT deleted
      """;

  private static final String OF_DEBTOR =
      """
      SELECT DISTINCT account_reference FROM claim
       WHERE tenant = :tenant AND debtor_reference = :debtor AND account_reference IS NOT NULL
         AND NOT deleted
      """;

  private static final String PROMISES =
      """
      SELECT due_date, amount_minor, made_on FROM claim_promise
       WHERE tenant = :tenant AND manager = :manager AND reference = :reference
      """;

  /** What entries of payments and chargebacks have changed of a claim and of its fees. */
  private static final String PAID_MANAGED =
      """
      SELECT e.effective_date, -e.open_minor AS paid_minor
        FROM debtor_account_entry paid
        JOIN debtor_account_entry e
             ON e.tenant = paid.tenant AND e.account_reference = paid.account_reference
            AND e.open_reference = paid.reference
       WHERE paid.tenant = :tenant AND paid.account_reference = :manager
         AND paid.claim_reference = :reference AND e.kind IN ('payment', 'chargeback')
      """;

  private static final String PAID =
      """
      SELECT effective_date, paid_minor FROM claim_change
       WHERE tenant = :tenant AND :manager = '' AND reference = :reference AND paid_minor > 0
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public ClaimQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The longer name of a claim, which has the day when it went past due. */
  public static String longReference(String reference, LocalDate originalDueDate) {
    return reference + "-" + originalDueDate;
  }

  /**
   * Where a claim of a reference is, also one that was deleted.
   *
   * @param manager the account whose entries manage it; empty if none does
   * @param reference the claim's reference
   */
  public record Place(String manager, String reference) {}

  /** A claim on a page, and where the next page begins. */
  public record Paged(long position, ClaimView claim) {}

  /** The claims of an account in the order in which they came, after a position. */
  public Mono<List<Paged>> ofAccount(
      String tenant, String account, ClaimStatus status, long after, int size) {
    String[] statuses =
        status == null
            ? new String[] {"active", "resolved"}
            : new String[] {status.name().toLowerCase(Locale.ROOT)};
    return database
        .sql(OF_ACCOUNT)
        .bind("tenant", tenant)
        .bind("account", account)
        .bind("after", after)
        .bind("statuses", statuses)
        .bind("size", size)
        .map(
            row ->
                new Paged(row.get("position", Long.class), view(row.get("content", String.class))))
        .all()
        .collectList();
  }

  /** Where the claims of some references are. */
  public Flux<Place> places(String tenant, List<String> references) {
    return database
        .sql(PLACES)
        .bind("tenant", tenant)
        .bind("references", references.toArray(String[]::new))
        .map(row -> new Place(row.get("manager", String.class), row.get("reference", String.class)))
        .all();
  }

  /** A claim; empty if there is none there. */
  public Mono<ClaimView> claim(String tenant, Place place) {
    return at(ONE, tenant, place).map(row -> view(row.get("content", String.class))).one();
  }

  /**
   * The references of the accounts that have a claim of a debtor which their entries do not manage.
   */
  public Flux<String> accountsOfDebtor(String tenant, String debtor) {
    return database
        .sql(OF_DEBTOR)
        .bind("tenant", tenant)
        .bind("debtor", debtor)
        .map(row -> row.get(0, String.class))
        .all();
  }

  /** The promises on a claim. */
  public Mono<List<Promises.Made>> promises(String tenant, Place place) {
    return at(PROMISES, tenant, place)
        .map(
            row ->
                new Promises.Made(
                    new PromiseToPay(
                        row.get("amount_minor", Long.class), row.get("due_date", LocalDate.class)),
                    row.get("made_on", LocalDate.class)))
        .all()
        .collectList();
  }

  /** What was paid on a claim, and reclaimed. */
  public Mono<List<Promises.Paid>> paid(String tenant, Place place) {
    return at(place.manager().isEmpty() ? PAID : PAID_MANAGED, tenant, place)
        .map(
            row ->
                new Promises.Paid(
                    row.get("effective_date", LocalDate.class), row.get("paid_minor", Long.class)))
        .all()
        .collectList();
  }

  private DatabaseClient.GenericExecuteSpec at(String sql, String tenant, Place place) {
    return database
        .sql(sql)
        .bind("tenant", tenant)
        .bind("manager", place.manager())
        .bind("reference", place.reference());
  }

  private static ClaimView view(String json) {
    return EventJson.mapper().readValue(json, ClaimView.class);
  }
}
