package io.cascadeledger.api.history;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.MovementFields;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers what a thing was after one of its events, and what some of them changed of it.
 *
 * @param <K> what names the thing
 * @param <S> its state as it is answered
 */
final class HistoryAnswers<K, S extends Record> {

  private final Parameter<K> name;
  private final BiFunction<String, K, StreamHistory<S>> histories;

  /** Makes the answer about a thing after an event. */
  interface Moment<K, S> {
    Record of(K name, UUID stream, HistoryEventAnswer event, S state);
  }

  /** Makes the answer about what changed between two events. */
  interface Changes<K> {
    Record of(
        K name,
        long since,
        long sequence,
        List<HistoryEventAnswer> events,
        List<ChangeAnswer> changes);
  }

  /**
   * Answers about things of one kind.
   *
   * @param name the parameter that names one
   * @param histories the history of one of a tenant; it reads the database, and so blocks
   */
  HistoryAnswers(Parameter<K> name, BiFunction<String, K, StreamHistory<S>> histories) {
    this.name = name;
    this.histories = histories;
  }

  /** The endpoint that shows a thing after an event. */
  Endpoint moment(Operation operation, Moment<K, S> answer) {
    return moment(
        operation,
        answer,
        values -> {
          long sequence = HistoryParameters.sequence(values);
          return history -> history.after(sequence);
        });
  }

  /** The endpoint that shows a thing as it was known at a time, or as it is known now. */
  Endpoint known(Operation operation, Moment<K, S> answer) {
    return moment(
        operation,
        answer,
        values -> {
          Instant knownAt = values.get(MovementFields.KNOWN_AT);
          return history -> history.known(knownAt);
        });
  }

  /**
   * The endpoint that shows a thing at some moment.
   *
   * @param when reads the parameters, and gives back what reads the state of that moment
   */
  private Endpoint moment(
      Operation operation,
      Moment<K, S> answer,
      Function<Values, Function<StreamHistory<S>, S>> when) {
    return new PlainEndpoint(
        operation,
        request -> {
          Values values = operation.readParameters(request);
          K named = values.get(name);
          Function<StreamHistory<S>, S> reading = when.apply(values);
          return answer(
              request,
              tenant -> {
                StreamHistory<S> history = histories.apply(tenant, named);
                S state = reading.apply(history);
                return answer.of(
                    named, history.last().streamId(), HistoryEventAnswer.of(history.last()), state);
              });
        });
  }

  /** The endpoint that compares a thing after two events. */
  Endpoint changes(Operation operation, Changes<K> answer) {
    return new PlainEndpoint(
        operation,
        request -> {
          Values values = operation.readParameters(request);
          K named = values.get(name);
          long sequence = HistoryParameters.sequence(values);
          long since = HistoryParameters.since(values);
          return answer(
              request,
              tenant -> {
                StreamHistory.Difference difference =
                    histories.apply(tenant, named).between(since, sequence);
                return answer.of(named, since, sequence, difference.events(), difference.changes());
              });
        });
  }

  private static Mono<ServerResponse> answer(
      ServerRequest request, Function<String, Record> reading) {
    String tenant = Caller.of(request).tenant();
    return Blocking.call(request, () -> reading.apply(tenant))
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }
}
