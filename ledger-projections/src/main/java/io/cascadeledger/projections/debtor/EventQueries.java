package io.cascadeledger.projections.debtor;

import io.cascadeledger.eventstore.json.EventJson;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what has happened to debtor accounts and claims, by kind and day. */
public final class EventQueries {

  private static final String FROM_WHERE =
      """
        FROM debtor_event e
        LEFT JOIN debtor_account_entry paid
               ON paid.tenant = e.tenant AND paid.account_reference = e.account_reference
              AND paid.reference = e.paid_reference
       WHERE e.tenant = :tenant AND e.type = :type AND e.posted_on = :day
         AND (e.paid_reference IS NULL OR paid.claim_reference IS NOT NULL)
      """;

  private static final String COUNT = "SELECT count(*)\n" + FROM_WHERE;

  private static final String PAGE =
      """
      SELECT found.*, p.provider_name, p.tracking_id, c.content AS claim
        FROM (SELECT e.*, paid.claim_reference
      %s     ORDER BY e.position
             LIMIT :size OFFSET :skip) found
        LEFT JOIN debtor_payment p USING (tenant, account_reference, match_id)
        LEFT JOIN claim c ON c.tenant = found.tenant AND c.manager = found.account_reference
              AND c.reference = found.claim_reference
       ORDER BY found.position
      """
          .formatted(FROM_WHERE);

  private final DatabaseClient database;

  /** Queries on a database. */
  public EventQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Something that has happened.
   *
   * @param messageId the request's, or null
   * @param at when the ledger recorded it
   * @param details what is to be said of it
   */
  public record Happened(String messageId, Instant at, JsonNode details) {}

  /** How many of a kind there were on a day, in UTC. */
  public Mono<Long> count(String tenant, String type, LocalDate day) {
    return of(COUNT, tenant, type, day).map(row -> row.get(0, Long.class)).one();
  }

  /** Those of a kind on a day, in the order in which they happened. */
  public Mono<List<Happened>> page(String tenant, String type, LocalDate day, long skip, int size) {
    return of(PAGE, tenant, type, day)
        .bind("size", size)
        .bind("skip", skip)
        .map(EventQueries::happened)
        .all()
        .collectList();
  }

  private DatabaseClient.GenericExecuteSpec of(
      String sql, String tenant, String type, LocalDate day) {
    return database.sql(sql).bind("tenant", tenant).bind("type", type).bind("day", day);
  }

  private static Happened happened(Readable row) {
    ObjectNode details =
        (ObjectNode) JsonMapper.shared().readTree(row.get("details", String.class));
    String claim = row.get("claim", String.class);
    if (claim != null) {
      ClaimView view = EventJson.mapper().readValue(claim, ClaimView.class);
      details
          .put("claimRef", view.reference())
          .put(
              "receeveClaimRef",
              ClaimQueries.longReference(view.reference(), view.originalDueDate()));
    }
    if (row.get("tracking_id", String.class) != null) {
      details.put("trackingId", row.get("tracking_id", String.class));
    }
    if (row.get("provider_name", String.class) != null) {
      details.put("providerName", row.get("provider_name", String.class));
    }
    return new Happened(
        row.get("message_id", String.class),
        row.get("posted_at", Instant.class),
        withoutNulls(details));
  }

  private static JsonNode withoutNulls(ObjectNode details) {
    details.removeIf(JsonNode::isNull);
    return details;
  }
}
