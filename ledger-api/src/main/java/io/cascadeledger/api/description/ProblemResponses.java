package io.cascadeledger.api.description;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.Problem;
import io.cascadeledger.api.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** How operations fail, as the description has it: a response for each status. */
final class ProblemResponses {

  private static final String CORRELATION_EXAMPLE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private ProblemResponses() {}

  /** The responses of an operation, by status in ascending order. */
  static Map<String, Object> of(Operation operation, Components components) {
    Map<String, List<ProblemCode>> byStatus =
        operation.allProblems().stream()
            .sorted()
            .collect(
                Collectors.groupingBy(
                    code -> Integer.toString(code.status()), TreeMap::new, Collectors.toList()));
    Map<String, Object> responses = new LinkedHashMap<>();
    byStatus.forEach((status, codes) -> responses.put(status, response(codes, components)));
    return responses;
  }

  private static Map<String, Object> response(List<ProblemCode> codes, Components components) {
    String description =
        codes.stream()
            .map(code -> "`%s`: %s".formatted(code.wireName(), code.meaning()))
            .collect(Collectors.joining("\n\n"));
    boolean retry = codes.stream().anyMatch(code -> code.retryAfterSeconds() > 0);
    Map<String, Object> examples = new LinkedHashMap<>();
    codes.forEach(
        code ->
            examples.put(
                code.wireName(),
                JsonObjects.of("$ref", "#/components/examples/" + code.wireName())));
    return JsonObjects.of(
        "description",
        description,
        "headers",
        retry ? JsonObjects.of("Retry-After", Headers.reference("RetryAfter")) : null,
        "content",
        JsonObjects.of(
            MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            JsonObjects.of("schema", components.reference(Problem.class), "examples", examples)));
  }

  /** An example of each problem. */
  static Map<String, Object> examples() {
    Map<String, Object> examples = new LinkedHashMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      examples.put(
          code.wireName(), JsonObjects.of("summary", code.title(), "value", example(code)));
    }
    return examples;
  }

  private static Problem example(ProblemCode code) {
    List<Problem.ErrorItem> errors =
        code == ProblemCode.INVALID_REQUEST
            ? List.of(new Problem.ErrorItem("amount_minor", "not_positive", "must be above zero"))
            : null;
    return new Problem(
        code.type(),
        code.title(),
        code.status(),
        code.meaning(),
        "/v1/payments",
        code.wireName(),
        CORRELATION_EXAMPLE,
        errors);
  }
}
