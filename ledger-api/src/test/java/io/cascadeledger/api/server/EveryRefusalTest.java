package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.ServicedLoan.amount;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.problem.Refusals;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.refusal.RefusalCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each refusal of the domain, as a caller meets it. */
@ExtendWith(StopsLedger.class)
class EveryRefusalTest {

  private static final String UNKNOWN = "99999999-9999-9999-9999-999999999999";

  /** A way to meet a refusal. */
  record Way(RefusalCode code, Function<ServicedLoan, Reply> request) {
    @Override
    public String toString() {
      return code.name();
    }
  }

  /** What only one of several items is refused for: the request is refused for that. */
  private static final Set<RefusalCode> OF_ITEMS =
      EnumSet.of(RefusalCode.BATCH_LOAN_REPEATED, RefusalCode.INTEREST_IS_COMPUTED);

  /** What a request is refused for before the domain sees it. */
  private static final Set<RefusalCode> NOT_MET =
      EnumSet.of(RefusalCode.AMOUNT_TOO_LARGE, RefusalCode.BANK_STATEMENT_TOO_LONG);

  private static final List<Way> OF_MOVEMENTS =
      List.of(
          way(RefusalCode.AMOUNT_NOT_POSITIVE, it -> adjust(it, 0)),
          way(RefusalCode.EFFECTIVE_DATE_OUT_OF_RANGE, it -> chargeOff(it, "1960-01-01")),
          way(RefusalCode.EFFECTIVE_DATE_IN_FUTURE, it -> chargeOff(it, "2999-01-01")),
          way(RefusalCode.BATCH_EMPTY, it -> accrue(it, "")),
          way(RefusalCode.BATCH_TOO_LARGE, EveryRefusalTest::payTooOften),
          way(RefusalCode.BATCH_REFUSED, it -> accrue(it, item(UNKNOWN))),
          way(RefusalCode.BATCH_LOAN_REPEATED, it -> accrue(it, item(it) + ", " + item(it))),
          way(
              RefusalCode.LOAN_ALREADY_EXISTS,
              it -> it.lender().post("/v1/loans", Bodies.loan(it.loan()))),
          way(
              RefusalCode.LOAN_NOT_FOUND,
              it -> new ServicedLoan(it.lender(), UUID.randomUUID()).post(penalty(it, UNKNOWN))),
          way(
              RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
              it -> it.lender().reverse(UUID.fromString(UNKNOWN))),
          way(RefusalCode.ENTRY_ALREADY_REVERSED, EveryRefusalTest::reverseTwice),
          way(RefusalCode.LOAN_CLOSED, EveryRefusalTest::payClosed),
          way(RefusalCode.LOAN_LOST, it -> lost(it).post(it.payment(5, "\"metadata\": {}"))),
          way(RefusalCode.LOAN_SOLD, it -> sold(it).post(it.payment(5, "\"metadata\": {}"))),
          way(
              RefusalCode.CURRENCY_MISMATCH,
              it -> it.post(it.of("recoveries", amount(5).replace("USD", "EUR")))),
          way(
              RefusalCode.BORROWER_MISMATCH,
              it -> it.post(it.payment(5, "\"borrower_id\": \"%s\"".formatted(UNKNOWN)))),
          way(RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING, it -> chargeOff(it, "2026-01-14")),
          way(
              RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
              it ->
                  it.post(
                      it.of(
                          "chargebacks",
                          amount(5).replace("05-10", "04-01") + ", " + it.paymentId()))),
          way(RefusalCode.REVERSAL_NOT_REVERSIBLE, EveryRefusalTest::reverseReversal),
          way(RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL, EveryRefusalTest::disburseTooMuch),
          way(
              RefusalCode.PAYMENT_NOT_FOUND,
              it ->
                  it.post(
                      it.of(
                          "chargebacks",
                          amount(5) + ", \"payment_event_id\": \"%s\"".formatted(UNKNOWN)))),
          way(
              RefusalCode.CHARGE_NOT_FOUND,
              it ->
                  it.post(it.payment(5, "\"target\": {\"charge_id\": \"%s\"}".formatted(UNKNOWN)))),
          way(
              RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND,
              it -> it.post(it.of("delinquency-pauses/%s/end".formatted(UNKNOWN), ""))),
          way(RefusalCode.SPLIT_DOES_NOT_SUM, it -> split(it, 5, 4)),
          way(RefusalCode.EXCEEDS_OWED, it -> split(it, 1_001, 1_001)),
          way(
              RefusalCode.EXCEEDS_CHARGE,
              it -> it.post(it.of("charge-adjustments", amount(1_001) + ", " + it.chargeId()))),
          way(
              RefusalCode.EXCEEDS_PAYMENT,
              it -> it.post(it.of("chargebacks", amount(5_001) + ", " + it.paymentId()))),
          way(RefusalCode.EXCEEDS_SUSPENSE, it -> it.post(it.of("refunds", amount(1)))),
          way(
              RefusalCode.EXCEEDS_LOSS,
              it -> lost(it).post(it.of("recoveries", amount(10_000_000)))),
          way(RefusalCode.NOTHING_OWED, EveryRefusalTest::applyWhatNobodyOwes),
          way(RefusalCode.LOAN_NOT_LOST, it -> it.post(it.of("recoveries", amount(5)))),
          way(RefusalCode.TOO_MANY_RESTATEMENTS, EveryRefusalTest::restateTooMany),
          way(RefusalCode.BALANCE_WOULD_BE_NEGATIVE, it -> adjust(it, -2_000_000)),
          way(RefusalCode.BALANCE_TOO_LARGE, EveryRefusalTest::owingTooMuch),
          way(
              RefusalCode.LOAN_NOT_SETTLED,
              it -> it.lender().post("/v1/loans/" + it.loan() + "/close", "{}")));

  private static final List<Way> WAYS =
      Stream.of(OF_MOVEMENTS, ProductRefusals.WAYS, BooksRefusals.WAYS)
          .flatMap(List::stream)
          .toList();

  private static Way way(RefusalCode code, Function<ServicedLoan, Reply> request) {
    return new Way(code, request);
  }

  private final ServicedLoan loan = ServicedLoan.of(RunningLedger.newTenant());

  @ParameterizedTest
  @FieldSource("WAYS")
  void a_refusal_is_answered_with_its_code(Way way) {
    Reply refused = way.request().apply(loan);

    String code = Refusals.problemOf(way.code()).wireName();
    if (OF_ITEMS.contains(way.code())) {
      refused.expectProblem(422, "batch_refused");
      assertThat(refused.errors()).singleElement().asString().matches("loans\\[[01]]/" + code);
    } else {
      refused.expectProblem(Refusals.problemOf(way.code()).status(), code);
    }
  }

  @Test
  void every_refusal_is_met() {
    assertThat(WAYS)
        .extracting(Way::code)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(NOT_MET)));
  }

  private static Reply adjust(ServicedLoan it, long minor) {
    return it.post(
        it.of(
            "balance-adjustments",
            amount(minor) + ", \"component\": \"principal\", \"reason\": \"Wrong.\""));
  }

  private static Reply chargeOff(ServicedLoan it, String date) {
    return it.post(it.of("charge-off", "\"effective_at\": \"%s\"".formatted(date)));
  }

  private static Reply accrue(ServicedLoan it, String items) {
    return it.lender()
        .post(
            "/v1/accruals/batch",
            "{\"program_id\": \"p\", \"accrual_date\": \"2026-05-01\", \"loans\": [%s]}"
                .formatted(items));
  }

  private static String item(ServicedLoan it) {
    return item(it.loan().toString());
  }

  private static String item(String loan) {
    return """
    {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "1"}"""
        .formatted(loan);
  }

  private static ServicedLoan.Call penalty(ServicedLoan it, String otherLoan) {
    return new ServicedLoan(it.lender(), UUID.fromString(otherLoan))
        .of("penalties", amount(5) + ", \"penalty_type\": \"late\"");
  }

  private static Reply reverseTwice(ServicedLoan it) {
    UUID entry = adjust(it, 5).expect(201).id("journal_entry_id");
    String body = Bodies.reversal(entry).replace("2026-05-02", "2026-05-11");
    it.lender().post("/v1/reversals", body).expect(201);
    return it.lender().post("/v1/reversals", body);
  }

  private static Reply reverseReversal(ServicedLoan it) {
    UUID entry = adjust(it, 5).expect(201).id("journal_entry_id");
    String body = Bodies.reversal(entry).replace("2026-05-02", "2026-05-11");
    UUID reversal = it.lender().post("/v1/reversals", body).expect(201).id("journal_entry_id");
    return it.lender()
        .post("/v1/reversals", Bodies.reversal(reversal).replace("2026-05-02", "2026-05-11"));
  }

  private static Reply payClosed(ServicedLoan it) {
    UUID empty = UUID.randomUUID();
    it.lender().post("/v1/loans", Bodies.loan(empty)).expect(201);
    it.lender().post("/v1/loans/" + empty + "/close", "{}").expect(201);
    return it.lender().pay(empty, 5);
  }

  private static ServicedLoan lost(ServicedLoan it) {
    it.chargeOff();
    return it;
  }

  private static ServicedLoan sold(ServicedLoan it) {
    it.post(
            it.of(
                "sale",
                "\"currency\": \"USD\", \"effective_at\": \"2026-05-09\", \"new_owner\": \"N\","
                    + " \"price_minor\": \"0\""))
        .expect(201);
    return it;
  }

  private static Reply disburseTooMuch(ServicedLoan it) {
    UUID limited = UUID.randomUUID();
    String terms = ", \"terms\": {\"principal_minor\": \"10\"}}";
    it.lender().post("/v1/loans", Bodies.loan(limited).replaceFirst("}$", terms)).expect(201);
    return it.lender().post("/v1/disbursements", Bodies.disbursement(limited, 11));
  }

  private static Reply split(ServicedLoan it, long minor, long fees) {
    return it.post(
        it.payment(minor, "\"target\": {\"split\": {\"fees_minor\": \"%d\"}}".formatted(fees)));
  }

  private static Reply applyWhatNobodyOwes(ServicedLoan it) {
    it.overpay(5);
    return it.post(
        it.of("suspense-applications", amount(5) + ", \"target\": {\"component\": \"interest\"}"));
  }

  /** All but the first thousand payments of a cent would pay a fee that comes before them. */
  private static Reply restateTooMany(ServicedLoan it) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Limits.RESTATEMENTS + 1_100; i++) {
      lines.add(Batch.line("many-%05d-%s".formatted(i, it.loan()), it.loan(), 1, "2026-05-03"));
    }
    assertThat(Batch.post(it.lender(), lines))
        .allSatisfy(result -> assertThat(result.path("status").asInt()).isEqualTo(201));
    return it.lender().post("/v1/loans/" + it.loan() + "/fees", Bodies.fee(100_000, "2026-02-01"));
  }

  private static Reply owingTooMuch(ServicedLoan it) {
    long most = Limits.AMOUNT_MINOR;
    Reply reply = adjust(it, most);
    for (int i = 0; reply.status() == 201 && i < 200; i++) {
      reply = adjust(it, most);
    }
    return reply;
  }

  private static Reply payTooOften(ServicedLoan it) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= Limits.ATOMIC_PAYMENTS; i++) {
      lines.add(Batch.line("too-many-%04d-%s".formatted(i, it.loan()), it.loan(), 1));
    }
    return Batch.send(it.lender(), "?atomic=true", Batch.NDJSON, String.join("\n", lines));
  }
}
