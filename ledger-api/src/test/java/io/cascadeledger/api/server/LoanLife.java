package io.cascadeledger.api.server;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A loan's life from its opening to its closing, with every posting operation at least once. */
record LoanLife(UUID loan, List<Exchange> exchanges) {

  /** A request that posted, and its answer. */
  record Exchange(String path, String key, String body, Reply reply) {}

  static LoanLife of(Tenant lender) {
    LoanLife life = new LoanLife(UUID.randomUUID(), new ArrayList<>());
    life.live(lender);
    return life;
  }

  private void live(Tenant lender) {
    post(lender, "/v1/loans", Bodies.loan(loan));
    post(lender, "/v1/disbursements", Bodies.disbursement(loan, 1_000_000));
    post(lender, "/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-04-20"));
    post(lender, "/v1/accruals/batch", Bodies.accrual(loan, 10_000, "2026-04-30"));
    Reply wrong = post(lender, "/v1/payments", Bodies.payment(loan, 5_000, "2026-05-01"));
    post(lender, "/v1/reversals", Bodies.reversal(wrong.id("journal_entry_id")));
    Reply bounced = post(lender, "/v1/payments", Bodies.payment(loan, 2_000, "2026-05-01"));
    post(
        lender,
        "/v1/loans/" + loan + "/payment-returns",
        Bodies.paymentReturn(bounced.id("payment_event_id"), 100, "2026-05-02"));
    post(lender, pending(lender, 50) + "/settle", "{\"effective_at\": \"2026-05-02\"}");
    post(lender, pending(lender, 60) + "/void", "{\"reason_code\": \"payment_returned\"}");
    post(lender, "/v1/payments", Bodies.payment(loan, 1_010_590, "2026-05-02"));
    post(lender, "/v1/loans/" + loan + "/fees", Bodies.fee(40, "2026-04-21"));
    post(lender, "/v1/loans/" + loan + "/close", "{\"effective_at\": \"2026-05-02\"}");
  }

  private String pending(Tenant lender, long minor) {
    String body =
        Bodies.payment(loan, minor, "2026-05-01").replaceFirst("}$", ", \"layer\": \"PENDING\"}");
    return "/v1/payments/" + post(lender, "/v1/payments", body).text("payment_event_id");
  }

  private Reply post(Tenant lender, String path, String body) {
    String key = Tenant.newKey();
    Reply reply = lender.post(path, key, body).expect(201);
    exchanges.add(new Exchange(path, key, body, reply));
    return reply;
  }
}
