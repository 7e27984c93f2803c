package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.description.ApiDescription;
import io.cascadeledger.api.testing.GoldenFile;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API: checked in, valid, served, and true. */
@ExtendWith(StopsLedger.class)
class DescriptionTest {

  private static final String LOAN = "11111111-1111-1111-1111-111111111111";
  private static final String ENTRY = "bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb";

  private static final String EXAMPLE = "/post/requestBody/content/application~1json/example";

  private final Tenant lender = RunningLedger.newTenant();

  private static String json() {
    return RunningLedger.SERVER.part(ApiDescription.class).toJson();
  }

  @Test
  void the_description_in_the_documentation_is_up_to_date() {
    String json = json();
    GoldenFile.ofRepository()
        .assertIs("docs/reference/openapi.json", json.endsWith("\n") ? json : json + "\n");
  }

  @Test
  void the_description_is_valid() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(json());

    assertThat(result.getMessages()).isNullOrEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, application/json",
    "/docs, text/html",
    "/docs/errors, text/html",
    "/docs/assets/docs.js, text/javascript",
    "/docs/assets/swagger-ui.css, text/css",
    "/v1/health/live, application/json",
    "/v1/health/ready, application/json",
    "/actuator/prometheus, text/plain"
  })
  void the_documentation_and_the_state_are_public(String path, String type) {
    Reply reply = lender.send(HttpRequest.newBuilder(lender.uri(path))).expect(200);

    assertThat(reply.header("Content-Type")).startsWith(type);
  }

  @Test
  void every_example_of_a_request_is_accepted() {
    JsonNode paths = JsonMapper.shared().readTree(json()).path("paths");
    lender.post("/v1/loan-products", example(paths, "/v1/loan-products")).expect(201);
    lender
        .post(
            "/v1/loan-products/consumer-12/versions",
            example(paths, "/v1/loan-products/{product_id}/versions"))
        .expect(201);
    lender.post("/v1/loans", example(paths, "/v1/loans")).expect(201);
    lender.post("/v1/disbursements", example(paths, "/v1/disbursements")).expect(201);
    lender
        .post("/v1/loans/" + LOAN + "/fees", example(paths, "/v1/loans/{loan_id}/fees"))
        .expect(201);
    lender.post("/v1/accruals/batch", example(paths, "/v1/accruals/batch")).expect(201);
    Reply payment = lender.post("/v1/payments", example(paths, "/v1/payments")).expect(201);
    String batch = example(paths, "/v1/payments:batch");
    assertThat(Batch.inShort(Batch.postArray(lender, batch))).containsExactly("1 201");
    // The one thing that an example cannot know is which entry there will be to reverse.
    String reversal = example(paths, "/v1/reversals");
    String reversed = JsonMapper.shared().readTree(reversal).path("reverses_entry_id").asString();
    lender
        .post("/v1/reversals", reversal.replace(reversed, payment.text("journal_entry_id")))
        .expect(201);
    UUID settled = UUID.randomUUID();
    lender.post("/v1/loans", Bodies.loan(settled)).expect(201);
    lender
        .post("/v1/loans/" + settled + "/close", example(paths, "/v1/loans/{loan_id}/close"))
        .expect(201);
    assertThat(lender.get("/v1/journal-entries/" + ENTRY).status()).isEqualTo(404);
  }

  @Test
  void every_example_of_a_request_about_the_books_is_accepted() {
    JsonNode paths = JsonMapper.shared().readTree(json()).path("paths");
    for (String path : List.of("/v1/accounts", "/v1/journal-entries", "/v1/bank-statements")) {
      lender.post(path, example(paths, path)).expect(201);
    }
    for (String path : List.of("/v1/chart-of-accounts", "/v1/books-settings")) {
      String body = paths.path(path).at(EXAMPLE.replace("post", "put")).toString();
      lender.put(path, body).expect(201);
    }
  }

  @Test
  void every_example_of_a_servicing_request_is_accepted() {
    JsonNode paths = JsonMapper.shared().readTree(json()).path("paths");
    List<String> movements =
        paths.propertyNames().stream()
            .filter(path -> paths.path(path).at("/post/tags/0").asString("").equals("Servicing"))
            .toList();
    assertThat(movements).hasSize(12);

    for (String path : movements) {
      ServicedLoan loan = ServicedLoan.of(lender);
      loan.overpay(10_000);
      if (path.endsWith("/recoveries")) {
        loan.chargeOff();
      }
      String body =
          example(paths, path)
              .replace("2026-05-01", "2026-05-10")
              .replaceAll("\"payment_event_id\":\"[^\"]*\"", loan.paymentId())
              .replaceAll("\"charge_id\":\"[^\"]*\"", loan.chargeId());
      lender.post(path.replace("{loan_id}", loan.loan().toString()), body).expect(201);
    }
  }

  private static String example(JsonNode paths, String path) {
    JsonNode content = paths.path(path).at("/post/requestBody/content/application~1json");
    JsonNode example =
        content.has("example") ? content.get("example") : content.at("/examples").iterator().next();
    return (example.has("value") ? example.get("value") : example).toString();
  }
}
