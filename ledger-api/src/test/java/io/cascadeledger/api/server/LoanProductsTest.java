package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.ProductCalls.LIMITS;
import static io.cascadeledger.api.server.ProductCalls.TERMS;
import static io.cascadeledger.api.server.ProductCalls.loan;
import static io.cascadeledger.api.server.ProductCalls.named;
import static io.cascadeledger.api.server.ProductCalls.product;
import static io.cascadeledger.api.server.ProductCalls.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loan products over HTTP: how they are defined and kept, and how loans are opened by them. */
@ExtendWith(StopsLedger.class)
class LoanProductsTest {

  private static final String OTHER = version("Dearer", TERMS.replace("0.12", "0.15"), LIMITS);

  private final Tenant lender = RunningLedger.newTenant();
  private final ProductCalls products = new ProductCalls(lender);

  @Test
  void a_product_is_read_back_as_it_was_defined() {
    Reply defined = products.define("consumer-12").expect(201);

    assertThat(defined.text("product_id")).isEqualTo("consumer-12");
    assertThat(defined.json().path("version").asInt()).isEqualTo(1);
    assertThat(defined.text("status")).isEqualTo("offered");
    JsonNode read = lender.get("/v1/loan-products/consumer-12").expect(200).json();
    assertThat(read.path("name").asString()).isEqualTo("Consumer loan");
    assertThat(read.path("currency").asString()).isEqualTo("USD");
    assertThat(read.path("metadata")).isEqualTo(json("{\"approved_by\": \"board\"}"));
    assertThat(read.path("posted_at").asString()).isEqualTo(defined.text("posted_at"));
    assertThat(read.path("limits")).isEqualTo(json(LIMITS));
    assertContains(read.path("terms"), json(TERMS));
  }

  @Test
  void what_is_read_of_a_product_defines_the_same_product_again() {
    products.define("first").expect(201);
    JsonNode first = lender.get("/v1/loan-products/first").expect(200).json();

    products.define("second", version("Copy", first.path("terms").toString(), LIMITS)).expect(201);

    assertThat(lender.get("/v1/loan-products/second").expect(200).json().path("terms"))
        .isEqualTo(first.path("terms"));
  }

  @Test
  void a_version_stays_as_it_was_when_others_follow_and_when_the_product_ends() {
    products.define("car").expect(201);
    String first = lender.get("/v1/loan-products/car/versions/1").expect(200).body();

    assertThat(products.revise("car", OTHER).expect(201).json().path("version").asInt())
        .isEqualTo(2);
    assertThat(products.retire("car").expect(201).text("status")).isEqualTo("retired");

    JsonNode now = lender.get("/v1/loan-products/car").expect(200).json();
    assertThat(now.path("version").asInt()).isEqualTo(2);
    assertThat(now.path("name").asString()).isEqualTo("Dearer");
    assertThat(now.path("status").asString()).isEqualTo("retired");
    assertThat(now.path("retired_on").isString()).isTrue();
    JsonNode old = lender.get("/v1/loan-products/car/versions/1").expect(200).json();
    assertThat(old.path("last_version").asInt()).isEqualTo(2);
    assertThat(old.path("terms")).isEqualTo(json(first).path("terms"));
    assertThat(old.path("name").asString()).isEqualTo("Consumer loan");
  }

  @Test
  void products_are_listed_page_by_page_as_they_stand() {
    for (String id : List.of("a", "B", "c")) {
      products.define(id).expect(201);
    }
    products.revise("B", OTHER).expect(201);
    products.retire("c").expect(201);

    JsonNode first = lender.get("/v1/loan-products?page_size=2").expect(200).json();
    JsonNode second =
        lender
            .get("/v1/loan-products?page_token=" + first.path("next_page_token").asString())
            .expect(200)
            .json();

    assertThat(first.path("items").findValuesAsString("product_id")).containsExactly("a", "B");
    assertThat(first.at("/items/1/last_version").asInt()).isEqualTo(2);
    assertThat(first.at("/items/1/name").asString()).isEqualTo("Dearer");
    assertThat(second.path("items").findValuesAsString("product_id")).containsExactly("c");
    assertThat(second.at("/items/0/status").asString()).isEqualTo("retired");
    assertThat(second.has("next_page_token")).isFalse();
    assertThat(RunningLedger.newTenant().get("/v1/loan-products").expect(200).json().path("items"))
        .isEmpty();
  }

  @Test
  void a_loan_takes_what_it_does_not_say_from_the_product() {
    products.define("consumer").expect(201);

    JsonNode read = products.read(products.open(named("consumer"), "")).json();

    assertThat(read.path("product")).isEqualTo(json("{\"product_id\":\"consumer\",\"version\":1}"));
    assertThat(read.at("/terms/principal_minor").asString()).isEqualTo("1000000");
    assertThat(read.at("/terms/first_due_date").asString()).isEqualTo("2026-02-15");
    assertContains(read.path("terms"), json(TERMS));
  }

  @Test
  void what_a_loan_says_comes_before_what_the_product_says_part_by_part() {
    products.define("consumer").expect(201);
    String more =
        """
        , "annual_interest_rate": "0.10", "instalment_count": 24,
        "servicing": {"principal_grace_instalments": 0, "rounding_mode": "half_up",
                      "late_charge": {"component": "fees", "flat_minor": "700"}},
        "waterfall": {"order": [{"component": "fees"}, {"component": "penalties"},
                                {"component": "interest"}, {"component": "principal"}]}""";

    JsonNode terms = products.read(products.open(named("consumer"), more)).json().path("terms");

    assertThat(terms.path("annual_interest_rate").asString()).isEqualTo("0.10");
    assertThat(terms.path("instalment_count").asInt()).isEqualTo(24);
    assertThat(terms.path("day_count_convention").asString()).isEqualTo("ACT_365");
    JsonNode servicing = terms.path("servicing");
    assertThat(servicing.path("interest_method").asString()).isEqualTo("declining_balance_daily");
    assertThat(servicing.path("principal_grace_instalments").asInt()).isZero();
    assertThat(servicing.path("rounding_mode").asString()).isEqualTo("half_up");
    assertThat(servicing.path("rounding_unit_minor").asString()).isEqualTo("100");
    assertThat(servicing.path("delinquency_grace_days").asInt()).isEqualTo(5);
    assertThat(servicing.path("late_charge"))
        .isEqualTo(
            json(
                """
                {"component":"fees","grace_days":0,"flat_minor":"700","percent_of_overdue":"0"}
                """));
    assertThat(terms.at("/waterfall/order/0/component").asString()).isEqualTo("fees");
    assertThat(terms.at("/waterfall/excess").asString()).isEqualTo("suspense");
  }

  @Test
  void a_loan_keeps_its_version_whatever_becomes_of_the_product() {
    products.define("consumer").expect(201);
    UUID old = UUID.randomUUID();
    String opening = loan(old, named("consumer"), "");
    Reply opened = lender.post("/v1/loans", "opening:by-product", opening).expect(201);
    String before = lender.get("/v1/loans/" + old).expect(200).body();

    products.revise("consumer", OTHER).expect(201);
    JsonNode last = products.read(products.open(named("consumer"), "")).json();
    JsonNode first =
        products.read(products.open("{\"product_id\": \"consumer\", \"version\": 1}", "")).json();
    products.retire("consumer").expect(201);

    assertThat(last.at("/product/version").asInt()).isEqualTo(2);
    assertThat(last.at("/terms/annual_interest_rate").asString()).isEqualTo("0.15");
    assertThat(first.at("/product/version").asInt()).isEqualTo(1);
    assertThat(first.at("/terms/annual_interest_rate").asString()).isEqualTo("0.12");
    assertThat(lender.get("/v1/loans/" + old).expect(200).body()).isEqualTo(before);
    Reply again = lender.post("/v1/loans", "opening:by-product", opening).expect(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(opened.body());
  }

  @Test
  void a_loan_by_a_product_is_serviced_and_split_as_the_product_says() {
    products.define("consumer").expect(201);
    String loan = products.open(named("consumer"), "").expect(201).text("loan_id");
    UUID id = UUID.fromString(loan);
    lender.post("/v1/disbursements", Bodies.disbursement(id, 1_000_000)).expect(201);
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-02-01")).expect(201);

    Reply paid = lender.pay(id, 1_000).expect(201);

    // Principal comes before fees; the first instalment has none, and the others are whole dollars.
    assertThat(paid.json().at("/allocation/principal_minor").asString()).isEqualTo("1000");
    JsonNode schedule = lender.get("/v1/loans/" + loan + "/schedule").expect(200).json();
    assertThat(schedule.at("/instalments/0/due/principal_minor").asString()).isEqualTo("0");
    assertThat(schedule.at("/instalments/1/due/principal_minor").asString()).isEqualTo("90900");
  }

  @Test
  void requests_with_a_used_key_are_recognised_before_the_product_is_asked() {
    products.define("consumer").expect(201);
    String opening = loan(UUID.randomUUID(), named("consumer"), "");
    lender.post("/v1/loans", "opening:used-key", opening).expect(201);

    lender
        .post("/v1/loans", "opening:used-key", opening.replace("\"consumer\"", "\"unknown\""))
        .expectProblem(422, "idempotency_mismatch");
    lender
        .post("/v1/loan-products", "opening:used-key", product("x", OTHER))
        .expectProblem(422, "idempotency_mismatch");
    // Zero is what is meant without a product, but not by this one.
    lender
        .post(
            "/v1/loans",
            "opening:used-key",
            opening.replace(
                "\"first_due_date\"",
                "\"servicing\": {\"principal_grace_instalments\": 0}, \"first_due_date\""))
        .expectProblem(422, "idempotency_mismatch");
  }

  @Test
  void what_happens_to_a_product_happens_once_per_key() {
    Reply defined =
        lender.post("/v1/loan-products", "product:define", product("p", OTHER)).expect(201);
    Reply revised =
        lender.post("/v1/loan-products/p/versions", "product:revise", OTHER).expect(201);
    Reply retired = lender.post("/v1/loan-products/p/retire", "product:retire", "{}").expect(201);

    Map<Reply, Reply> again =
        Map.of(
            defined,
            lender.post("/v1/loan-products", "product:define", product("p", OTHER)),
            revised,
            lender.post("/v1/loan-products/p/versions", "product:revise", OTHER),
            retired,
            lender.post("/v1/loan-products/p/retire", "product:retire", "{}"));

    assertThat(again)
        .allSatisfy(
            (first, second) -> assertThat(second.expect(200).body()).isEqualTo(first.body()));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(3);
  }

  @Test
  void of_many_definitions_of_one_product_at_once_one_defines_it() {
    List<Reply> replies = Together.run(16, _ -> products.define("wanted"));

    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).isSubsetOf(201, 409);
    replies.stream()
        .filter(reply -> reply.status() == 409)
        .forEach(reply -> reply.expectProblem(409, "product_already_exists"));
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(1);
  }

  @Test
  void many_loans_at_once_are_opened_by_one_product() {
    products.define("consumer").expect(201);

    List<Reply> replies = Together.run(64, _ -> products.open(named("consumer"), ""));

    assertThat(replies).extracting(Reply::status).containsOnly(201);
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(65);
  }

  @Test
  void another_node_sees_a_version_and_the_end_of_a_product_at_once() {
    try (LedgerServer other = RunningLedger.start(RunningLedger.DATABASE.url())) {
      ProductCalls there = new ProductCalls(lender.at(other));
      products.define("shared").expect(201);
      there.open(named("shared"), "").expect(201);
      for (int version = 2; version < 10; version++) {
        products.revise("shared", OTHER).expect(201);
        assertThat(there.lender().get("/v1/loan-products/shared").json().path("version").asInt())
            .isEqualTo(version);
      }
      products.retire("shared").expect(201);
      there.open(named("shared"), "").expectProblem(409, "product_retired");
    }
  }

  @Test
  void trying_stores_nothing() {
    Reply tried =
        lender.post("/v1/loan-products?dry_run=true", product("tried", OTHER)).expect(200);
    assertThat(tried.json().path("dry_run").asBoolean()).isTrue();
    lender.get("/v1/loan-products/tried").expectProblem(404, "product_not_found");

    products.define("real").expect(201);
    String opening = loan(UUID.randomUUID(), named("real"), "");
    lender.post("/v1/loans?dry_run=true", opening).expect(200);
    lender
        .post("/v1/loans?dry_run=true", opening.replace("1000000", "1"))
        .expectProblem(422, "terms_outside_product");
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(1);
  }

  @Test
  void products_belong_to_their_tenant_and_need_their_scope() {
    products.define("mine").expect(201);
    Tenant stranger = RunningLedger.newTenant();
    Tenant reader = RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ, Scopes.LOANS_WRITE));

    stranger.get("/v1/loan-products/mine").expectProblem(404, "product_not_found");
    new ProductCalls(stranger).open(named("mine"), "").expectProblem(404, "product_not_found");
    new ProductCalls(stranger).define("mine").expect(201);
    new ProductCalls(reader).define("mine").expectProblem(403, "insufficient_scope");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** Whatever is wanted is there; more may be. */
  private static void assertContains(JsonNode actual, JsonNode wanted) {
    if (wanted.isObject()) {
      wanted.properties().forEach(it -> assertContains(actual.path(it.getKey()), it.getValue()));
    } else {
      assertThat(actual).isEqualTo(wanted);
    }
  }
}
