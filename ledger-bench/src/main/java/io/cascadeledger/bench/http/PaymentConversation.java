package io.cascadeledger.bench.http;

import static io.cascadeledger.bench.http.PaymentBytes.after;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Posts payments of one cent, one by one. */
public final class PaymentConversation implements Conversation {

  private static final int PERCENT = 100;

  private final Keys.Series series;
  private final IntUnaryOperator loanOf;
  private final int repeatedPercent;
  private final SplittableRandom random;
  private final ByteBuffer request;
  private final int keyAt;
  private final int referenceAt;
  private final int loanAt;
  private final int borrowerAt;
  private int sent;
  private int number;
  private int left;
  private long acknowledged;
  private long failed;

  /**
   * A conversation.
   *
   * @param token the access token
   * @param series the keys it may use
   * @param loanOf the loan of the n-th payment, always the same for the same n
   * @param repeatedPercent how many of a hundred requests repeat one that this connection has sent
   *     and seen acknowledged
   * @param atMost how many requests to send
   */
  public PaymentConversation(
      String token, Keys.Series series, IntUnaryOperator loanOf, int repeatedPercent, int atMost) {
    this.series = series;
    this.loanOf = loanOf;
    this.repeatedPercent = repeatedPercent;
    this.left = atMost;
    this.random = new SplittableRandom(series.number());
    byte[] bytes =
        PaymentBytes.post(
            "/v1/payments", token, series.key(0), "{" + PaymentBytes.fields(series, 0, 0) + "}");
    String text = new String(bytes, StandardCharsets.US_ASCII);
    String numbered = "%06d:".formatted(series.number());
    this.keyAt = after(text, "Idempotency-Key: " + Keys.PREFIX + numbered);
    this.referenceAt = after(text, "\"external_ref\":\"x" + numbered);
    this.loanAt = after(text, "\"loan_id\":\"");
    this.borrowerAt = after(text, "\"borrower_id\":\"");
    this.request = ByteBuffer.allocateDirect(bytes.length).put(bytes);
  }

  @Override
  public ByteBuffer next() {
    if (left == 0) {
      return null;
    }
    left--;
    number = number();
    int loan = loanOf.applyAsInt(number);
    PaymentBytes.putNumber(request, keyAt, number);
    PaymentBytes.putNumber(request, referenceAt, number);
    PaymentBytes.putLoan(request, loanAt, loan);
    PaymentBytes.putLoan(request, borrowerAt, loan);
    return request.rewind();
  }

  private int number() {
    if (repeatedPercent > 0 && sent > 0 && random.nextInt(PERCENT) < repeatedPercent) {
      int earlier = random.nextInt(sent);
      if (series.isAcknowledged(earlier)) {
        return earlier;
      }
    }
    return sent++;
  }

  @Override
  public void answered(int status, boolean replayed) {
    series.answered(number, status);
    if (status / 100 == 2) {
      acknowledged++;
    } else {
      failed++;
    }
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  @Override
  public long failed() {
    return failed;
  }
}
