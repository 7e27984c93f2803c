package io.cascadeledger.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.journal.ChartOfAccounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the reference say what the code says. */
class ReferenceTest {

  private static final Path ROOT = Page.root();
  private static final Path API = ROOT.resolve("ledger-api/src/main");
  private static final Pattern VARIABLE =
      Pattern.compile("(?:\\$\\{(?:env:)?|getenv\\(\")(LEDGER_[A-Z_]*[A-Z])");
  private static final Pattern METRIC =
      Pattern.compile("(?:builder|counter|gauge)\\(\\s*\"((?:ledger|http)\\.[a-z.]+)\"");
  private static final Pattern UNIT = Pattern.compile("_(total|seconds)$");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/reference/configuration.md"})
  void the_variables_are_those_that_are_read(String page) {
    Set<String> read =
        Stream.concat(
                Stream.of(API.resolve("resources/application.yaml"), ROOT.resolve("ledger")),
                Page.files(API.resolve("java"), ".java").stream())
            .flatMap(file -> found(VARIABLE, file))
            .map(variable -> variable.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(Page.of(page).firstColumn("Variable", "Meaning", "Default"))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/reference/chart-of-accounts.md", "docs/concepts/double-entry.md"})
  void the_chart_of_accounts_is_the_one_of_the_books(String page) {
    List<List<String>> chart =
        ChartOfAccounts.accounts().stream()
            .map(
                account ->
                    List.of(
                        account.code().value(),
                        account.name(),
                        lowerCase(account.type()),
                        lowerCase(account.type().normalSide()),
                        account.purpose()))
            .toList();

    assertThat(Page.of(page).table("Code", "Name", "Type", "Normal side", "Purpose"))
        .isEqualTo(chart);
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void the_metrics_are_those_that_are_measured() {
    List<String> measured =
        Page.files(API.resolve("java"), ".java").stream()
            .flatMap(file -> found(METRIC, file))
            .map(metric -> metric.group(1).replace('.', '_'))
            .toList();

    assertThat(
            Page.of("docs/reference/metrics.md")
                .firstColumn("Metric", "Kind", "Tags", "Meaning")
                .stream()
                .map(metric -> UNIT.matcher(metric).replaceFirst(""))
                .distinct())
        .hasSizeGreaterThan(5)
        .containsAll(measured)
        .allMatch(metric -> measured.contains(metric));
  }

  /** As the description of the running server has them, which another test keeps up to date. */
  @Test
  void the_operations_are_those_of_the_description() {
    JsonNode paths =
        JsonMapper.shared()
            .readTree(Page.text(ROOT.resolve("docs/reference/openapi.json")))
            .path("paths");
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (path.getKey().startsWith("/v1/")) {
          described.add(row(operation.getKey(), path.getKey(), operation.getValue()));
        }
      }
    }

    assertThat(described).hasSizeGreaterThan(25);
    assertThat(
            Page.of("docs/reference/http-api.md")
                .table("Method", "Path", "Scope", "Idempotency-Key", "What it does"))
        .map(row -> String.join(" | ", row.subList(0, 4)))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  private static String unkeyed(String path) {
    return path.endsWith(":batch") ? "in each payment" : "not needed";
  }

  private static String row(String method, String path, JsonNode operation) {
    JsonNode scope = operation.at("/security/0/oauth2/0");
    boolean keyed =
        operation.path("parameters").findValuesAsString("$ref").stream()
            .anyMatch(reference -> reference.endsWith("/IdempotencyKey"));
    String key = keyed ? "required" : method.equals("post") ? unkeyed(path) : "";
    return "%s | `%s` | %s | %s"
        .formatted(
            method.toUpperCase(Locale.ROOT),
            path,
            scope.isString() ? "`" + scope.asString() + "`" : "none",
            key);
  }

  @Test
  void the_scopes_are_those_that_a_token_can_carry() {
    assertThat(Page.of("docs/concepts/tenants-and-scopes.md").firstColumn("Scope", "Allows"))
        .containsExactlyElementsOf(Scopes.DESCRIPTIONS.keySet());
  }

  @Test
  void the_stored_events_have_the_fields_of_their_golden_files() {
    Page page = Page.of("docs/reference/events.md");

    assertThat(EventTypes.events())
        .allSatisfy(
            type ->
                assertThat(page.section("## " + type.name()).firstColumn("Field", "Meaning"))
                    .as(type.name())
                    .containsExactlyElementsOf(goldenFields(type)));
  }

  private static List<String> goldenFields(EventTypes.EventType type) {
    Path golden =
        ROOT.resolve(
            "ledger-eventstore/src/test/resources/golden/%s.%d.json"
                .formatted(type.name(), type.revision()));
    return List.copyOf(JsonMapper.shared().readTree(Page.text(golden)).propertyNames());
  }

  private static Stream<MatchResult> found(Pattern pattern, Path file) {
    return pattern.matcher(Page.text(file)).results().toList().stream();
  }
}
