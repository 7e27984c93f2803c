package io.cascadeledger.api.server;

import java.util.UUID;

/** Bodies of requests, as a lender would send them. */
final class Bodies {

  static final String BORROWER = "22222222-2222-2222-2222-222222222222";

  private Bodies() {}

  static String loan(UUID loan) {
    return """
    {"loan_id": "%s", "borrower_id": "%s", "currency": "USD", "effective_at": "2026-01-15"}"""
        .formatted(loan, BORROWER);
  }

  static String disbursement(UUID loan, long minor) {
    return """
    {"loan_id": "%s", "borrower_id": "%s", "amount_minor": "%d", "currency": "USD",
     "effective_at": "2026-01-15", "method": "ach", "destination_ref": "bank_acct_789",
     "metadata": {"channel": "web"}}"""
        .formatted(loan, BORROWER, minor);
  }

  static String fee(long minor, String date) {
    return """
    {"amount_minor": "%d", "currency": "USD", "effective_at": "%s", "fee_type": "late_payment"}"""
        .formatted(minor, date);
  }

  static String accrual(UUID loan, long interest, String date) {
    return """
    {"program_id": "prog_7", "accrual_date": "%s", "day_count_convention": "ACT_365",
     "loans": [{"loan_id": "%s", "outstanding_principal_minor": "1000000",
                "interest_minor": "%d"}]}"""
        .formatted(date, loan, interest);
  }

  static String payment(UUID loan, long minor, String date) {
    return """
    {"loan_id": "%s", "borrower_id": "%s", "amount_minor": "%d", "currency": "USD",
     "effective_at": "%s", "source_method": "ach", "external_ref": "stripe_ch_xyz123"}"""
        .formatted(loan, BORROWER, minor, date);
  }

  static String paymentReturn(UUID payment, long fee, String date) {
    return """
    {"payment_event_id": "%s", "return_code": "R01", "effective_at": "%s",
     "fee": {"amount_minor": "%d", "currency": "USD"}}"""
        .formatted(payment, date, fee);
  }

  static String reversal(UUID entry) {
    return """
    {"reverses_entry_id": "%s", "reason_code": "error_correction",
     "reason_description": "Booked twice", "effective_at": "2026-05-02"}"""
        .formatted(entry);
  }
}
