package io.cascadeledger.api.server;

import io.cascadeledger.api.server.EveryRefusalTest.Way;
import io.cascadeledger.refusal.RefusalCode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Each refusal of pending payments, and of what meets them, as a caller meets it. */
final class PendingRefusals {

  static final List<Way> WAYS =
      List.of(
          way(
              RefusalCode.PAYMENT_NOT_PENDING,
              it -> settle(it, it.post(it.payment(5, "\"metadata\": {}")).id("payment_event_id"))),
          way(
              RefusalCode.PAYMENT_ALREADY_SETTLED,
              it -> {
                UUID payment = it.pend();
                settle(it, payment).expect(201);
                return voided(it, payment);
              }),
          way(
              RefusalCode.PAYMENT_ALREADY_VOIDED,
              it -> {
                UUID payment = it.pend();
                voided(it, payment).expect(201);
                return settle(it, payment);
              }),
          way(
              RefusalCode.PAYMENT_PENDING,
              it -> {
                UUID entry =
                    it.post(it.payment(5, "\"layer\": \"PENDING\""))
                        .expect(201)
                        .id("journal_entry_id");
                String reversal = Bodies.reversal(entry).replace("2026-05-02", "2026-05-11");
                return it.lender().post("/v1/reversals", reversal);
              }),
          way(RefusalCode.LOAN_HAS_PENDING_PAYMENTS, PendingRefusals::closeTooEarly));

  private PendingRefusals() {}

  private static Way way(RefusalCode code, Function<ServicedLoan, Reply> request) {
    return new Way(code, request);
  }

  private static Reply settle(ServicedLoan it, UUID payment) {
    return it.lender().post("/v1/payments/" + payment + "/settle", "{}");
  }

  private static Reply voided(ServicedLoan it, UUID payment) {
    return it.lender()
        .post("/v1/payments/" + payment + "/void", "{\"reason_code\": \"payment_returned\"}");
  }

  private static Reply closeTooEarly(ServicedLoan it) {
    UUID empty = UUID.randomUUID();
    it.lender().post("/v1/loans", Bodies.loan(empty)).expect(201);
    new ServicedLoan(it.lender(), empty).pend();
    return it.lender().post("/v1/loans/" + empty + "/close", "{}");
  }
}
