package io.cascadeledger.api.description;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Endpoints of every shape that the API has, as little of each as shows the shape. */
final class SampleEndpoints {

  static final String WRITE = "hpts:payments:write";
  static final String READ = "hpts:ledger:read";

  private static final UUID ID = UUID.fromString("11111111-1111-1111-1111-111111111111");
  private static final Field<UUID> LOAN_ID = Field.uuid("loan_id").describe("The loan.");
  private static final Field<Long> AMOUNT = Field.amount("amount_minor").describe("What was paid.");

  private SampleEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        new Sample(postPayment()),
        new Sample(postAccruals()),
        new Sample(getEntries()),
        new Sample(getLive()));
  }

  static ApiFacts facts() {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes.put(WRITE, "Post payments.");
    scopes.put(READ, "Read the books.");
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("Posting", "What changes the books.");
    tags.put("Reading", "What the books say.");
    return new ApiFacts("1.2.3", "/oauth2/token", scopes, tags);
  }

  /** An endpoint that answers with the example of its first answer. */
  record Sample(Operation operation) implements Endpoint {

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      return ServerResponse.status(operation.answers().getFirst().status())
          .bodyValue(operation.answers().getFirst().example());
    }
  }

  @Describe("How a payment was posted.")
  record PaymentPosted(
      @Describe("The payment.") UUID paymentEventId,
      @Describe("How the payment was split.") Split allocation,
      Instant postedAt) {}

  record Split(long feesMinor, long principalMinor) {}

  record BatchPosted(UUID accrualEventId, int loanCount, long totalAccruedMinor) {}

  record Page(List<Item> items, @Describe(value = "More.", optional = true) String nextPageToken) {}

  record Item(
      EntryType eventType,
      LocalDate effectiveAt,
      Currency currency,
      boolean reversed,
      Metadata metadata,
      Split split) {}

  record Live(String status) {}

  static Operation postPayment() {
    return Operation.post("postPayment", "/v1/payments")
        .tag("Posting")
        .summary("Post a payment")
        .description("Splits a payment by the waterfall.")
        .scope(WRITE)
        .body(
            Body.of(
                "PaymentRequest",
                LOAN_ID,
                AMOUNT,
                Field.currency("currency"),
                Field.date("effective_at"),
                Field.token("source_method", "^[a-z][a-z0-9_]{0,31}$", "ach"),
                Field.reference("external_ref").optional(),
                Field.decimal("rate").optional(),
                Field.text("note", 1000).optional(),
                Field.integer("count", 1, 12).optional(1),
                Field.metadata("metadata")))
        .answer(
            201,
            "The payment is posted.",
            new PaymentPosted(ID, new Split(500, 78349), Instant.parse("2026-05-01T12:00:00Z")))
        .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.LOAN_CLOSED)
        .build();
  }

  private static Operation postAccruals() {
    Field<List<Values>> loans =
        Field.list("loans", Body.of("AccrualItem", LOAN_ID, Field.amount("interest_minor")), 2000);
    return Operation.post("postAccruals", "/v1/accruals/batch")
        .tag("Posting")
        .summary("Post a batch of accruals")
        .scope(WRITE)
        .body(
            Body.of(
                "AccrualBatchRequest",
                Field.oneOf("day_count_convention", DayCountConvention.class),
                loans))
        .answer(201, "The batch is posted.", new BatchPosted(ID, 1, 10000))
        .problems(ProblemCode.BATCH_REFUSED)
        .build();
  }

  private static Operation getEntries() {
    return Operation.get("getEntries", "/v1/loans/{loan_id}/journal-entries")
        .tag("Reading")
        .summary("Read a loan's journal entries")
        .scope(READ)
        .parameter(Parameter.path(LOAN_ID))
        .parameter(Parameter.query(Field.date("from_date").optional()))
        .parameter(Parameter.query(Field.oneOf("event_type", EntryType.class).optional()))
        .parameter(Parameter.query(Field.integer("page_size", 1, 500).optional(50)))
        .answer(
            200,
            "A page of entries.",
            new Page(
                List.of(
                    new Item(
                        EntryType.ACCRUAL,
                        LocalDate.of(2026, 5, 1),
                        Currency.getInstance("USD"),
                        false,
                        Metadata.of(Map.of("a", "1")),
                        new Split(0, 1))),
                null))
        .orAs(
            MediaType.valueOf("text/csv"), "A line for each entry.", () -> "event_type\naccrual\n")
        .problems(ProblemCode.LOAN_NOT_FOUND)
        .build();
  }

  private static Operation getLive() {
    return Operation.get("getLive", "/v1/health/live")
        .tag("Reading")
        .summary("Is the process alive?")
        .answer(200, "It is.", new Live("ok"))
        .build();
  }
}
