package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.debtor.DebtorSurface;
import io.cascadeledger.api.security.ScopeRule;
import io.cascadeledger.api.testing.GoldenFile;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the surface for collections platforms: served, valid, and true. */
class DebtorDescriptionTest {

  private static final String TOKEN = "post /v1/oauth2/token";

  private final Platform platform = Platform.start();
  private final String document = document();
  private final JsonNode description = JsonMapper.shared().readTree(document);

  private String document() {
    Tenant anyone = platform.tenant();
    return anyone
        .send(HttpRequest.newBuilder(anyone.uri("/docs/collections-openapi.json")))
        .expect(200)
        .body();
  }

  @Test
  void the_description_in_the_documentation_is_up_to_date() {
    GoldenFile.ofRepository().assertIs("docs/reference/collections-openapi.json", document);
  }

  @Test
  void the_description_is_valid() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(document);

    assertThat(result.getMessages()).isNullOrEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(38);
    assertThat(description.findValuesAsString("$ref").stream().distinct())
        .isNotEmpty()
        .allMatch(reference -> !description.at(reference.substring(1)).isMissingNode());
  }

  @Test
  void a_page_shows_it() {
    Tenant anyone = platform.tenant();
    Reply page = anyone.send(HttpRequest.newBuilder(anyone.uri("/docs/collections"))).expect(200);

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("data-description=\"/docs/collections-openapi.json\"");
  }

  @Test
  void it_has_the_operations_that_are_served_with_their_scopes() {
    List<String> served = new ArrayList<>(List.of(TOKEN));
    for (ScopeRule rule : RunningLedger.SERVER.part(DebtorSurface.class).scopes()) {
      served.add(
          "%s %s %s"
              .formatted(
                  rule.method().name().toLowerCase(Locale.ROOT), rule.pathPattern(), rule.scope()));
    }

    assertThat(operations().map(DebtorDescriptionTest::inShort))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private record Described(String method, String path, JsonNode operation) {}

  private Stream<Described> operations() {
    return description.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(it -> new Described(it.getKey(), path.getKey(), it.getValue())));
  }

  private static String inShort(Described it) {
    String scope = it.operation().at("/security/0/oauth2/0").asString("");
    return (it.method() + " " + it.path() + " " + scope).strip();
  }

  @Test
  void the_table_of_the_documentation_has_each_operation() throws IOException {
    String table = Files.readString(Path.of("..", "docs", "reference", "collections-api.md"));

    assertThat(operations())
        .allSatisfy(
            it -> {
              String name = it.path().substring(it.path().lastIndexOf('/') + 1);
              String method = it.method().toUpperCase(Locale.ROOT);
              assertThat(table).containsPattern("`" + method + " (/v1/oauth2/)?" + name + "`");
            });
  }

  @Test
  void a_parameter_that_must_be_there_is_missed() {
    List<Described> reads =
        operations()
            .filter(
                it ->
                    it.method().equals("get")
                        && it.operation().at("/responses/501").isMissingNode())
            .toList();
    assertThat(reads).hasSize(9);

    for (Described read : reads) {
      String name = read.path().substring(read.path().lastIndexOf('/') + 1);
      String missing =
          read.operation()
              .path("parameters")
              .valueStream()
              .filter(it -> it.path("in").asString("").equals("query"))
              .filter(it -> it.path("required").asBoolean())
              .map(it -> it.path("name").asString())
              .findFirst()
              .orElseThrow();
      assertThat(platform.get(name).expect(400).text("message"))
          .isEqualTo("Missing required request parameters: [" + missing + "]");
    }
  }

  @Test
  void entries_are_described_in_each_of_their_seven_kinds() {
    JsonNode kinds = description.at("/components/schemas/AddAccountLedgerEntriesItem/anyOf");

    assertThat(
            kinds
                .valueStream()
                .map(kind -> String.join(" ", kind.path("properties").propertyNames())))
        .hasSize(7)
        .contains(
            "accountReference ledgerEntryReference invoiceDetails context",
            "accountReference ledgerEntryReference reportingDetails context");
    assertThat(kinds.get(0).path("required"))
        .isEqualTo(
            Platform.tree(
                json("['accountReference', 'ledgerEntryReference', 'invoiceDetails', 'context']")));
    assertThat(description.at("/components/schemas/InvoiceDetails/required"))
        .isEqualTo(Platform.tree(json("['amount', 'dueDate']")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"add_account_products", "set_account_scores", "match_account_payment"})
  void a_field_that_is_described_as_required_is_missed(String operation) {
    String account = "ACCOUNT_REFERENCE_002";
    platform.newAccount(account);
    String schema = description.at(item(operation)).path("required").toString();
    for (JsonNode field : Platform.tree(schema)) {
      if (!field.asString().equals("accountReference")) {
        JsonNode body = Platform.tree(Platform.example(operation));
        ((ObjectNode) body.get(0)).remove(field.asString());
        assertThat(platform.failed(operation, body.toString()))
            .isEqualTo(account + ": " + field.asString() + " is missing");
      }
    }
  }

  private String item(String operation) {
    return description
        .path("paths")
        .path("/v1/{clientId}/" + operation)
        .at("/post/requestBody/content/application~1json/schema/items/$ref")
        .asString()
        .substring(1);
  }

  @Test
  void what_is_read_has_only_fields_that_are_described() {
    platform.done("create_accounts", Platform.example("create_accounts"));
    platform.done("create_claims", Platform.example("create_claims"));
    platform.done("create_account_mandates", Platform.example("create_account_mandates"));
    platform.done(
        "create_promises_to_pay",
        json("{'CLAIM_REF_002_1': {'amount': 5, 'currency': 'EUR', 'dueDate': '2019-06-28'}}"));
    String account = "ACCOUNT_REFERENCE_002";
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    Map<String, String[]> queries =
        Map.of(
            "get_account", new String[] {"accountReference", account},
            "get_account_claims", new String[] {"accountReference", account},
            "get_account_mandates", new String[] {"accountReference", account},
            "get_debtor_accounts_and_claims",
                new String[] {"debtorReference", "EXTERNAL_DEBTOR_REF_002"},
            "get_promises_to_pay", new String[] {"claimReference", "CLAIM_REF_002_1"},
            "get_events", new String[] {"eventType", "event.claim.created", "date", today});

    queries.forEach(
        (name, query) -> {
          JsonNode schema =
              description
                  .path("paths")
                  .path("/v1/{clientId}/" + name)
                  .at("/get/responses/200/content/application~1json/schema");
          JsonNode answer = platform.read(name, query);
          assertThat(answer.isEmpty()).as(name).isFalse();
          assertDescribed(name, schema, answer);
        });
  }

  private void assertDescribed(String place, JsonNode described, JsonNode value) {
    JsonNode schema =
        described.has("$ref")
            ? description.at(described.path("$ref").asString().substring(1))
            : described;
    if (value.isArray()) {
      value.forEach(item -> assertDescribed(place + "[]", schema.path("items"), item));
    } else if (value.isObject() && schema.has("anyOf")) {
      assertThat(schema.path("anyOf").valueStream())
          .as("%s: %s", place, value)
          .anyMatch(kind -> namesOf(kind).containsAll(value.propertyNames()));
    } else if (value.isObject() && schema.has("properties")) {
      assertThat(namesOf(schema)).as(place).containsAll(value.propertyNames());
      value
          .properties()
          .forEach(
              it ->
                  assertDescribed(
                      place + "." + it.getKey(),
                      schema.path("properties").path(it.getKey()),
                      it.getValue()));
    }
  }

  private static List<String> namesOf(JsonNode schema) {
    return List.copyOf(schema.path("properties").propertyNames());
  }
}
