package io.cascadeledger.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Requests that are written once; what differs from one to the next has a fixed width and is
 * written over it.
 */
final class PaymentBytes {

  private static final int NUMBER_DIGITS = 8;
  private static final int LOAN_DIGITS = 12;
  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;

  private PaymentBytes() {}

  /** The body of a payment of one cent, but for the braces. */
  static String fields(Keys.Series series, int number, int loan) {
    return ("\"loan_id\":\"%s\",\"borrower_id\":\"%s\",\"amount_minor\":\"1\",\"currency\":\"USD\","
            + "\"effective_at\":\"2026-05-01\",\"source_method\":\"ach\",\"external_ref\":\"x%06d:%08d\"")
        .formatted(Loans.id(loan), Loans.id(loan), series.number(), number);
  }

  /** A request to post JSON, with a key. */
  static byte[] post(String path, String token, String key, String body) {
    return ascii(
        "%sIdempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head(path, token), key, body.length(), body));
  }

  /** A request to post JSON, without a key. */
  static byte[] postUnkeyed(String path, String token, String body) {
    return ascii(
        "%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head(path, token), body.length(), body));
  }

  static String head(String path, String token) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
        .formatted(path, token);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where, in one text, the digits of a number stand that follow a text. */
  static int after(String text, String before) {
    return text.indexOf(before) + before.length();
  }

  static void putNumber(ByteBuffer buffer, int at, int number) {
    put(buffer, at, number, NUMBER_DIGITS, DECIMAL);
  }

  /** Writes the end of a loan's identifier, which begins at a place. */
  static void putLoan(ByteBuffer buffer, int at, int loan) {
    int end = at + Loans.id(0).toString().length();
    put(buffer, end - LOAN_DIGITS, loan, LOAN_DIGITS, HEXADECIMAL);
  }

  private static void put(ByteBuffer buffer, int at, int number, int digits, int radix) {
    int rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      buffer.put(i, (byte) Character.forDigit(rest % radix, radix));
      rest /= radix;
    }
  }
}
