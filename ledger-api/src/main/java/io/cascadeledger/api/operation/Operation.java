package io.cascadeledger.api.operation;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameters;
import io.cascadeledger.api.request.Values;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/**
 * What one endpoint takes and gives. The declaration reads the requests and writes the description,
 * so that the two cannot differ.
 *
 * @param id its identifier in lowerCamelCase, stable because clients and idempotency rely on it
 * @param method the HTTP method
 * @param path the path, with variables as in {@code /v1/loans/{loan_id}}
 * @param tag the group that it belongs to in the description
 * @param summary what it does, in a few words
 * @param description what it does, in as many sentences as it takes
 * @param scope the scope that a token must have; null if no token is needed
 * @param idempotent whether the Idempotency-Key header is required
 * @param many whether the body is a stream of objects, each with a key of its own, and so is the
 *     answer
 * @param body what the request's body must be, or each object of it if there are many; null if
 *     there is none
 * @param translations the other forms that the body may have
 * @param parameters the path's and the query's parameters
 * @param answers how it can succeed
 * @param texts examples of the texts that it can answer with instead of JSON, by their types; empty
 *     if it answers with JSON
 * @param problems how it can fail, besides the ways in which every operation can
 */
public record Operation(
    String id,
    HttpMethod method,
    String path,
    String tag,
    String summary,
    String description,
    String scope,
    boolean idempotent,
    boolean many,
    Body body,
    List<Translation> translations,
    Parameters parameters,
    List<Answer> answers,
    Map<MediaType, String> texts,
    Set<ProblemCode> problems) {

  public Operation {
    answers = List.copyOf(answers);
    translations = List.copyOf(translations);
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    problems = Set.copyOf(problems);
    if (answers.isEmpty() && texts.isEmpty()) {
      throw new IllegalArgumentException(id + " has no answer");
    }
    if (!PathVariables.in(path).equals(PathVariables.of(parameters))) {
      throw new IllegalArgumentException(
          "%s declares the path parameters %s, but its path is %s"
              .formatted(id, PathVariables.of(parameters), path));
    }
  }

  /** Begins the declaration of an operation that reads. */
  public static OperationBuilder get(String id, String path) {
    return new OperationBuilder(id, HttpMethod.GET, path);
  }

  /** Begins the declaration of an operation that posts, with an idempotency key. */
  public static OperationBuilder post(String id, String path) {
    return new OperationBuilder(id, HttpMethod.POST, path).idempotent();
  }

  /** Begins the declaration of an operation that replaces something, with an idempotency key. */
  public static OperationBuilder put(String id, String path) {
    return new OperationBuilder(id, HttpMethod.PUT, path).idempotent();
  }

  /** Begins the declaration of an operation that may be asked for any number of times. */
  public static OperationBuilder start(String id, String path) {
    return new OperationBuilder(id, HttpMethod.POST, path);
  }

  /** Begins the declaration of an operation that posts many things, each with a key in itself. */
  public static OperationBuilder postMany(String id, String path) {
    return new OperationBuilder(id, HttpMethod.POST, path).many();
  }

  /** Whether the loan can be brought to the end of the day before. */
  public boolean catchesUp() {
    return parameters.all().contains(CatchUp.PARAMETER);
  }

  /**
   * The types that the answer of a success has if not another form; a body that is no text has them
   * too.
   */
  public List<MediaType> mediaTypes() {
    if (!texts.isEmpty()) {
      return List.copyOf(texts.keySet());
    }
    return many
        ? List.of(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_JSON)
        : List.of(MediaType.APPLICATION_JSON);
  }

  /**
   * The types that the answer of a success may have; the first is the one for who asks for none.
   */
  public List<MediaType> answerTypes() {
    return Stream.concat(
            mediaTypes().stream(),
            answers.stream().flatMap(answer -> answer.otherForms().stream()).map(TextForm::type))
        .distinct()
        .toList();
  }

  /**
   * The type in which to answer a request.
   *
   * @throws NotAcceptableStatusException if the request accepts none
   */
  public MediaType answerType(ServerRequest request) {
    return AcceptedTypes.of(request).best(answerTypes());
  }

  /**
   * Reads and checks the parameters of a request.
   *
   * @throws InvalidRequest with everything that is wrong
   */
  public Values readParameters(ServerRequest request) {
    return parameters.read(request.pathVariables(), request.queryParams());
  }

  /**
   * Reads and checks the body of a request. The result fails with {@link InvalidRequest} if it is
   * not as declared, and with a status of 413 or 415 if it is too large or not JSON. If none is
   * declared, it is not looked at.
   */
  public Mono<Values> readBody(ServerRequest request) {
    if (body == null) {
      return Mono.just(Values.NONE);
    }
    return JsonBody.bytes(request, translations).map(body::read);
  }

  /** How it can fail: what is declared, and what follows from what it takes. */
  public Set<ProblemCode> allProblems() {
    Set<ProblemCode> all = EnumSet.of(ProblemCode.NOT_ACCEPTABLE, ProblemCode.INTERNAL_ERROR);
    all.addAll(problems);
    if (scope != null) {
      all.addAll(
          List.of(
              ProblemCode.UNAUTHENTICATED,
              ProblemCode.INSUFFICIENT_SCOPE,
              ProblemCode.DATABASE_UNAVAILABLE));
    }
    if (catchesUp()) {
      all.add(ProblemCode.AMOUNT_TOO_LARGE); // a late charge may be
    }
    if (body != null || !parameters.all().isEmpty()) {
      all.add(ProblemCode.INVALID_REQUEST);
    }
    if (body != null) {
      all.addAll(
          List.of(
              ProblemCode.MALFORMED_JSON,
              ProblemCode.BODY_TOO_LARGE,
              ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }
    if (idempotent || many) {
      all.addAll(
          List.of(
              ProblemCode.IDEMPOTENCY_KEY_MISSING,
              ProblemCode.IDEMPOTENCY_KEY_INVALID,
              ProblemCode.IDEMPOTENCY_IN_PROGRESS,
              ProblemCode.IDEMPOTENCY_MISMATCH,
              ProblemCode.OVERLOADED,
              ProblemCode.OUTCOME_UNKNOWN));
    }
    return all;
  }
}
