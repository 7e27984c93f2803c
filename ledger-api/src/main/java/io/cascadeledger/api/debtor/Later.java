package io.cascadeledger.api.debtor;

import io.cascadeledger.api.debtor.AcceptedActions.Action;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.sealing.DataSubjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are accepted, and done later. It blocks. */
final class Later implements AutoCloseable {

  private final AcceptedActions actions;
  private final TransactionTemplate transaction;
  private final Groups groups;
  private final ClaimPlaces places;
  private final BusinessClock clock;
  private final Map<String, Write> writes;
  private final ActionWorker worker;

  /**
   * Accepts requests, and does what was accepted.
   *
   * @param writes what can be asked for
   */
  Later(
      DataSource database,
      DataSubjects subjects,
      Groups groups,
      ClaimPlaces places,
      BusinessClock clock,
      List<Write> writes) {
    this.actions = new AcceptedActions(JdbcClient.create(database), subjects);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.groups = groups;
    this.places = places;
    this.clock = clock;
    this.writes = writes.stream().collect(Collectors.toMap(Write::name, Function.identity()));
    this.worker = new ActionWorker(database, actions, this::work);
  }

  /** Accepts a request: each of its groups gets a message id, under which its outcome is found. */
  JsonNode accept(Call call, Write write, List<Group> found, boolean inSequence) {
    UUID request = Identifiers.next();
    List<Action> accepted = new ArrayList<>();
    ObjectNode answer = Wire.object();
    for (Group group : found) {
      UUID message = Identifiers.next();
      accepted.add(
          new Action(
              message,
              request,
              call.tenant(),
              call.actor(),
              write.name(),
              group.reference(),
              inSequence,
              call.time().postedAt(),
              content(call, group, message)));
      answer.set(group.reference(), Groups.success("Accepted; see get_action", message.toString()));
    }
    transaction.executeWithoutResult(_ -> actions.add(accepted));
    worker.wake();
    return answer;
  }

  /** Without a key of the caller, the message id is the key: what is begun twice is done once. */
  private static ObjectNode content(Call call, Group group, UUID message) {
    ObjectNode content = Wire.object();
    content.put("key", call.key() == null ? "action:" + message : call.key());
    Wire.put(content, "traceparent", call.traceparent());
    content.put("recompute", call.recompute());
    Wire.put(content, "trigger", call.trigger() == null ? null : call.trigger().name());
    content.putArray("items").addAll(group.items());
    return content;
  }

  private void work(Action action) {
    JsonNode content = action.content();
    String trigger = content.path("trigger").asString(null);
    Write write = writes.get(action.operation());
    Group group = new Group(action.reference(), content.path("items").valueStream().toList());
    Call call =
        new Call(
            action.tenant(),
            action.actor(),
            content.path("key").asString(),
            content.path("traceparent").asString(null),
            clock.now(),
            content.path("recompute").asBoolean(),
            trigger == null ? null : new CustomTrigger(trigger, null),
            List.of());
    actions.end(
        action,
        groups.attempt(
            places.known(call, write, List.of(group)),
            write,
            group,
            action.messageId().toString()));
  }

  /** What became of what was accepted. */
  Answer action(String tenant, ServerRequest request) {
    String named = Query.required(request, "messageId");
    UUID message;
    try {
      message = UUID.fromString(named);
    } catch (IllegalArgumentException _) {
      throw new Failure(Failure.BAD_REQUEST, "messageId must be one that an answer has named.");
    }
    return new Answer(
        actions
            .find(tenant, message)
            .orElseThrow(
                () ->
                    new Failure(
                        HttpStatus.NOT_FOUND, "Nothing was accepted under this messageId.")));
  }

  @Override
  public void close() {
    worker.close();
  }
}
