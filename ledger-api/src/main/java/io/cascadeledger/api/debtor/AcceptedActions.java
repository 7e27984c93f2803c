package io.cascadeledger.api.debtor;

import io.cascadeledger.party.PersonalData;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.sealing.SubjectKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was accepted to be done later. It is durable when it is told; what it says of people is
 * sealed with a key of the request, which is destroyed when all of the request is done.
 */
final class AcceptedActions {

  private static final String ADD =
      """
      INSERT INTO accepted_action (message_id, request_id, tenant, actor, operation, reference,
          in_sequence, accepted_at, content)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String WAITING =
      """
      SELECT message_id, request_id, tenant, actor, operation, reference, in_sequence, accepted_at,
             content
        FROM accepted_action WHERE outcome IS NULL ORDER BY number LIMIT ?
      """;

  private static final String END =
      "UPDATE accepted_action SET content = NULL, outcome = ? WHERE message_id = ?";

  private static final String ANY_WAITING =
      "SELECT EXISTS (SELECT FROM accepted_action WHERE request_id = ? AND outcome IS NULL)";

  private static final String FIND =
      """
      SELECT operation, reference, outcome FROM accepted_action
       WHERE tenant = ? AND message_id = ?
      """;

  private final JdbcClient database;
  private final DataSubjects subjects;

  AcceptedActions(JdbcClient database, DataSubjects subjects) {
    this.database = database;
    this.subjects = subjects;
  }

  /**
   * A part of a request that is done by itself.
   *
   * @param messageId its message id
   * @param requestId the request it is a part of
   * @param inSequence whether it waits for all that was accepted before it
   * @param content what is to be done
   */
  record Action(
      UUID messageId,
      UUID requestId,
      String tenant,
      String actor,
      String operation,
      String reference,
      boolean inSequence,
      Instant acceptedAt,
      JsonNode content) {}

  private static String subject(UUID requestId) {
    return "action/" + requestId;
  }

  /** Accepts all parts of a request, which the caller does in one transaction. */
  void add(List<Action> actions) {
    for (Action action : actions) {
      SubjectKey key = subjects.obtain(action.tenant(), subject(action.requestId()));
      PersonalData sealed = key.seal(action.content().toString());
      database
          .sql(ADD)
          .params(
              action.messageId(),
              action.requestId(),
              action.tenant(),
              action.actor(),
              action.operation(),
              action.reference(),
              action.inSequence(),
              OffsetDateTime.ofInstant(action.acceptedAt(), ZoneOffset.UTC),
              sealed.sealed())
          .update();
    }
  }

  /** The first that wait to be done, in the order in which they were accepted. */
  List<Action> waiting(int most) {
    return database
        .sql(WAITING)
        .params(most)
        .query(
            (row, _) -> {
              String tenant = row.getString("tenant");
              UUID requestId = row.getObject("request_id", UUID.class);
              SubjectKey key =
                  subjects
                      .find(tenant, subject(requestId))
                      .orElseThrow(() -> new IllegalStateException("no key of " + requestId));
              String content =
                  key.open(new PersonalData(key.subject(), row.getString("content"), ""));
              return new Action(
                  row.getObject("message_id", UUID.class),
                  requestId,
                  tenant,
                  row.getString("actor"),
                  row.getString("operation"),
                  row.getString("reference"),
                  row.getBoolean("in_sequence"),
                  row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                  Wire.read(content));
            })
        .list();
  }

  /** Notes how an action went, and forgets what it was. */
  void end(Action action, ObjectNode answer) {
    ObjectNode outcome = answer.deepCopy();
    outcome.remove("data"); // it may tell of people
    database.sql(END).params(outcome.toString(), action.messageId()).update();
    boolean more =
        database.sql(ANY_WAITING).params(action.requestId()).query(Boolean.class).single();
    if (!more) {
      subjects.erase(action.tenant(), subject(action.requestId()));
    }
  }

  /** What became of an action; empty if there is none of that message id. */
  Optional<ObjectNode> find(String tenant, UUID messageId) {
    return database.sql(FIND).params(tenant, messageId).query().listOfRows().stream()
        .findFirst()
        .map(row -> describe(messageId, row));
  }

  private static ObjectNode describe(UUID messageId, Map<String, Object> row) {
    ObjectNode found =
        Wire.object()
            .put("messageId", messageId.toString())
            .put("operation", (String) row.get("operation"))
            .put("reference", (String) row.get("reference"));
    String outcome = (String) row.get("outcome");
    found.put("status", outcome == null ? "PENDING" : "DONE");
    return outcome == null ? found : found.setAll((ObjectNode) Wire.read(outcome));
  }
}
