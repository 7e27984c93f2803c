package io.cascadeledger.api.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

  private static final String JSON =
      new ApiDescription(SampleEndpoints.facts(), SampleEndpoints.all()).toJson();
  private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(JSON);

  @Test
  void the_description_is_valid_openapi_3_1() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(JSON);
    OpenAPI openApi = result.getOpenAPI();

    assertThat(result.getMessages()).isNullOrEmpty();
    assertThat(openApi.getOpenapi()).isEqualTo("3.1.0");
    assertThat(openApi.getPaths())
        .containsOnlyKeys(
            "/v1/payments",
            "/v1/accruals/batch",
            "/v1/loans/{loan_id}/journal-entries",
            "/v1/health/live");
  }

  @Test
  void every_reference_has_its_target() {
    assertThat(references(DOCUMENT))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void the_description_does_not_depend_on_the_order_of_endpoints() {
    assertThat(
            new ApiDescription(SampleEndpoints.facts(), SampleEndpoints.all().reversed()).toJson())
        .isEqualTo(JSON);
  }

  @Test
  void a_posting_operation_takes_a_key_and_may_answer_with_a_replay() {
    JsonNode operation = DOCUMENT.at("/paths/~1v1~1payments/post");

    assertThat(names(operation.get("responses")))
        .containsExactly(
            "201", "200", "400", "401", "403", "404", "406", "409", "413", "415", "422", "500",
            "503");
    assertThat(operation.at("/parameters/0/name").asString()).isEqualTo("dry_run");
    assertThat(operation.at("/parameters/1/$ref").asString())
        .isEqualTo("#/components/parameters/IdempotencyKey");
    assertThat(operation.at("/responses/200/headers/Idempotency-Replayed").isMissingNode())
        .isFalse();
    assertThat(names(operation.at("/responses/409/content/application~1problem+json/examples")))
        .containsExactly("idempotency_in_progress", "loan_closed");
    assertThat(operation.at("/security/0/oauth2/0").asString()).isEqualTo(SampleEndpoints.WRITE);
  }

  @Test
  void a_public_operation_needs_no_token() {
    JsonNode operation = DOCUMENT.at("/paths/~1v1~1health~1live/get");

    assertThat(operation.get("security").size()).isZero();
    assertThat(names(operation.get("responses"))).containsExactly("200", "406", "500");
  }

  @Test
  void parameters_are_described_as_they_are_read() {
    JsonNode parameters =
        DOCUMENT.at("/paths/~1v1~1loans~1{loan_id}~1journal-entries/get/parameters");

    assertThat(parameters.get(0))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"name": "loan_id", "in": "path", "required": true, "description": "The loan.",
                     "schema": {"type": "string", "format": "uuid",
                       "examples": ["11111111-1111-1111-1111-111111111111"]}}
                    """));
    assertThat(parameters.get(3).get("schema"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"type": "integer", "minimum": 1, "maximum": 500, "default": 50,
                     "examples": [1]}
                    """));
  }

  @Test
  void a_body_is_described_as_it_is_read() {
    JsonNode schema = DOCUMENT.at("/components/schemas/PaymentRequest");

    assertThat(names(schema.get("properties")))
        .containsExactly(
            "loan_id",
            "amount_minor",
            "currency",
            "effective_at",
            "source_method",
            "external_ref",
            "rate",
            "note",
            "count",
            "metadata");
    assertThat(schema.get("required").valueStream().map(JsonNode::asString))
        .containsExactly("loan_id", "amount_minor", "currency", "effective_at", "source_method");
    assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    assertThat(schema.at("/properties/amount_minor/pattern").asString())
        .isEqualTo("^[1-9][0-9]{0,15}$");
    assertThat(DOCUMENT.at("/components/schemas/AccrualItem/required").size()).isEqualTo(2);
  }

  @Test
  void an_answer_is_described_as_it_is_written() {
    JsonNode schemas = DOCUMENT.at("/components/schemas");

    assertThat(schemas.get("Split"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"type": "object",
                     "properties": {
                       "fees_minor": {"type": "string", "pattern": "^-?[0-9]{1,19}$"},
                       "principal_minor": {"type": "string", "pattern": "^-?[0-9]{1,19}$"}},
                     "required": ["fees_minor", "principal_minor"]}
                    """));
    assertThat(schemas.at("/Page/required").valueStream().map(JsonNode::asString))
        .containsExactly("items");
    assertThat(schemas.at("/Item/properties/event_type/enum/0").asString())
        .isEqualTo("DISBURSEMENT");
  }

  @Test
  void an_answer_that_has_other_forms_is_described_in_each() {
    JsonNode content =
        DOCUMENT.at("/paths/~1v1~1loans~1{loan_id}~1journal-entries/get/responses/200/content");

    assertThat(names(content)).containsExactly("application/json", "text/csv");
    assertThat(content.get("text/csv"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"schema": {"type": "string", "description": "A line for each entry."},
                     "example": "event_type\\naccrual\\n"}
                    """));
  }

  @Test
  void every_example_of_an_answer_has_the_members_of_its_schema() {
    for (JsonNode path : DOCUMENT.get("paths")) {
      for (JsonNode operation : path) {
        for (JsonNode response : operation.get("responses")) {
          JsonNode content = response.at("/content/application~1json");
          if (!content.isMissingNode()) {
            assertMembers(content.get("schema"), content.get("example"));
          }
        }
      }
    }
  }

  @Test
  void there_is_an_example_of_every_problem() {
    assertThat(names(DOCUMENT.at("/components/examples")))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::wireName).toList());
  }

  @Test
  void what_the_facts_do_not_name_is_refused() {
    Operation live = operation("getLive", "Nowhere", null);
    Operation scoped = operation("getLive", "Reading", "hpts:nothing");

    assertThatThrownBy(() -> describe(live)).hasMessage("unknown tag Nowhere");
    assertThatThrownBy(() -> describe(scoped)).hasMessage("unknown scope hpts:nothing");
  }

  @Test
  void an_identifier_is_given_once() {
    assertThatThrownBy(
            () ->
                new ApiDescription(
                    SampleEndpoints.facts(),
                    List.of(
                        new SampleEndpoints.Sample(SampleEndpoints.postPayment()),
                        new SampleEndpoints.Sample(SampleEndpoints.postPayment()))))
        .hasMessage("two operations are postPayment");
  }

  private static Operation operation(String id, String tag, String scope) {
    return Operation.get(id, "/v1/x")
        .tag(tag)
        .scope(scope)
        .answer(200, "It is.", new SampleEndpoints.Live("ok"))
        .build();
  }

  private static String describe(Operation operation) {
    Endpoint endpoint = new SampleEndpoints.Sample(operation);
    return new ApiDescription(SampleEndpoints.facts(), List.of(endpoint)).toJson();
  }

  private static void assertMembers(JsonNode reference, JsonNode example) {
    JsonNode schema =
        reference.has("$ref")
            ? DOCUMENT.at(reference.get("$ref").asString().substring(1))
            : reference;
    if (schema.has("properties")) {
      assertThat(names(schema.get("properties"))).containsAll(names(example));
      assertThat(names(example))
          .containsAll(schema.get("required").valueStream().map(JsonNode::asString).toList());
      example
          .properties()
          .forEach(
              (Map.Entry<String, JsonNode> member) ->
                  assertMembers(schema.get("properties").get(member.getKey()), member.getValue()));
    } else if (schema.has("items")) {
      example.forEach(item -> assertMembers(schema.get("items"), item));
    } else if (schema.has("pattern")) {
      assertThat(example.asString()).matches(schema.get("pattern").asString());
    }
  }

  private static List<String> references(JsonNode node) {
    return node.findValuesAsString("$ref").stream().distinct().toList();
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
