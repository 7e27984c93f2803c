package io.cascadeledger.api.server;

/** Bodies of requests about the books, as a lender's accountant would send them. */
final class BooksBodies {

  static final String FOUR_EYES = "{\"manual_entry_approval\": \"required\"}";

  private BooksBodies() {}

  static String line(String account, String direction, long minor, String currency) {
    return """
    {"account_code": "%s", "direction": "%s", "amount_minor": "%d", "currency": "%s"}"""
        .formatted(account, direction, minor, currency);
  }

  static String entry(String date, String... lines) {
    return """
    {"effective_at": "%s", "description": "A fee of the bank", "reference": "bank-7",
     "metadata": {"case": "C-1"}, "lines": [%s]}"""
        .formatted(date, String.join(", ", lines));
  }

  /** A fee of the bank. */
  static String bankFee(long minor) {
    return entry("2026-05-01", line("5900", "DR", minor, "USD"), line("1000", "CR", minor, "USD"));
  }

  static String statement(String name, String balances, String... lines) {
    return """
    {"bank_account_ref": "DE02120300000000202051", "statement_ref": "%s", "currency": "USD"%s,
     "lines": [%s]}"""
        .formatted(name, balances, String.join(", ", lines));
  }

  static String bankLine(String date, long minor, String reference) {
    return """
    {"booked_on": "%s", "amount_minor": "%d", "reference": "%s"}"""
        .formatted(date, minor, reference);
  }

  static String account(String code, String more) {
    return """
    {"account_code": "%s", "account_name": "House Bank", "account_type": "asset"%s}"""
        .formatted(code, more);
  }
}
