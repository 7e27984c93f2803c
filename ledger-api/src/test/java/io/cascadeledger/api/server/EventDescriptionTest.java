package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cascadeledger.api.events.EventDescription;
import io.cascadeledger.api.testing.GoldenFile;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Schemas and description of the events: checked in, served without a token, and true. */
@ExtendWith(StopsLedger.class)
class EventDescriptionTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Reply open(String path) {
    return lender.send(HttpRequest.newBuilder(lender.uri(path)));
  }

  @Test
  void the_description_in_the_documentation_is_up_to_date() {
    String json = RunningLedger.SERVER.part(EventDescription.class).toJson();

    assertThat(open("/asyncapi.json").expect(200).body()).isEqualTo(json);
    GoldenFile.ofRepository().assertIs("docs/reference/asyncapi.json", json);
  }

  @Test
  void every_reference_in_the_description_leads_to_something() {
    JsonNode document = open("/asyncapi.json").expect(200).json();

    assertThat(document.findValuesAsString("$ref"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            reference -> {
              if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
              } else {
                open(reference).expect(200);
              }
            });
  }

  @Test
  void the_schemas_are_listed_and_served() {
    JsonNode list = open("/v1/event-schemas").expect(200).json().path("schemas");

    assertThat(list.size()).isGreaterThan(25);
    list.forEach(
        it -> {
          Reply schema = open(it.path("schema").asString()).expect(200);
          assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
          assertThat(schema.text("$id")).isEqualTo(it.path("schema").asString());
        });
    open("/v1/event-schemas/loan_opened/99").expectProblem(404, "not_found");
  }

  @Test
  void every_event_of_a_life_of_loans_and_books_is_as_its_schema_says() {
    LoanLife.of(lender);
    BooksLife.of(lender);
    ServicedLoan serviced = ServicedLoan.of(lender);
    serviced.overpay(10_000);
    serviced.chargeOff();

    List<String> lines = lender.get("/v1/events").expect(200).body().lines().toList();

    TreeSet<String> types = new TreeSet<>();
    for (String line : lines) {
      JsonNode event = JsonMapper.shared().readTree(line);
      String schema =
          "/v1/event-schemas/%s/%d"
              .formatted(event.path("type").asString(), event.path("revision").asInt());
      types.add(event.path("type").asString());
      assertThat(
              schemas
                  .computeIfAbsent(schema, this::read)
                  .validate(event.path("payload").toString(), InputFormat.JSON))
          .as(line)
          .isEmpty();
    }
    assertThat(types)
        .contains("loan_opened", "payment_posted", "entry_reversed", "loan_charged_off")
        .contains("payment_pended", "payment_settled", "payment_voided")
        .contains("manual_entry_drafted", "bank_statement_imported", "loan_product_retired");
  }

  private Schema read(String path) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(open(path).expect(200).body());
  }
}
