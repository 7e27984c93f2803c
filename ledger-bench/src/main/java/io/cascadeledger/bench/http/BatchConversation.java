package io.cascadeledger.bench.http;

import static io.cascadeledger.bench.http.PaymentBytes.after;
import static io.cascadeledger.bench.http.PaymentBytes.ascii;

import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;

/** Posts payments of one cent by thousands, to {@code POST /v1/payments:batch}. */
public final class BatchConversation implements Conversation {

  private final Keys.Series series;
  private final IntUnaryOperator loanOf;
  private final int lines;
  private final ByteBuffer request;
  private final int firstLineAt;
  private final int lineLength;
  private final int keyAt;
  private final int referenceAt;
  private final int loanAt;
  private final int borrowerAt;
  private final StatusLines statuses;
  private int left;
  private int first;
  private int answeredLines;
  private long failed;
  private int status;

  /**
   * A conversation.
   *
   * @param token the access token
   * @param series the keys it may use
   * @param loanOf the loan of the n-th payment
   * @param lines how many payments a request carries
   * @param atMost how many requests to send
   */
  public BatchConversation(
      String token, Keys.Series series, IntUnaryOperator loanOf, int lines, int atMost) {
    this.series = series;
    this.loanOf = loanOf;
    this.lines = lines;
    this.left = atMost;
    this.first = -lines;
    this.statuses = new StatusLines(this::lineAnswered);
    String line =
        "{\"idempotency_key\":\"%s\",%s}\n"
            .formatted(series.key(0), PaymentBytes.fields(series, 0, 0));
    String numbered = "%06d:".formatted(series.number());
    this.keyAt = after(line, "\"idempotency_key\":\"" + Keys.PREFIX + numbered);
    this.referenceAt = after(line, "\"external_ref\":\"x" + numbered);
    this.loanAt = after(line, "\"loan_id\":\"");
    this.borrowerAt = after(line, "\"borrower_id\":\"");
    this.lineLength = line.length();
    String head =
        PaymentBytes.head("/v1/payments:batch", token)
            + "Content-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n"
                .formatted(lines * lineLength);
    this.firstLineAt = head.length();
    this.request = ByteBuffer.allocateDirect(firstLineAt + lines * lineLength).put(ascii(head));
    for (int i = 0; i < lines; i++) {
      request.put(ascii(line));
    }
  }

  @Override
  public ByteBuffer next() {
    if (left == 0) {
      return null;
    }
    left--;
    first += lines;
    answeredLines = 0;
    for (int i = 0; i < lines; i++) {
      int at = firstLineAt + i * lineLength;
      int loan = loanOf.applyAsInt(first + i);
      PaymentBytes.putNumber(request, at + keyAt, first + i);
      PaymentBytes.putNumber(request, at + referenceAt, first + i);
      PaymentBytes.putLoan(request, at + loanAt, loan);
      PaymentBytes.putLoan(request, at + borrowerAt, loan);
    }
    return request.rewind();
  }

  @Override
  public void body(ByteBuffer part) {
    statuses.read(part);
  }

  private void lineAnswered(int lineStatus) {
    if (answeredLines < lines) {
      series.answered(first + answeredLines, lineStatus);
      failed += lineStatus / 100 == 2 ? 0 : 1;
    }
    answeredLines++;
  }

  /** What the request as a whole is answered says nothing of the lines that were not answered. */
  @Override
  public void answered(int wholeStatus, boolean replayed) {
    status = wholeStatus;
    statuses.reset();
    for (int i = answeredLines; i < lines; i++) {
      series.answered(first + i, 0);
      failed++;
    }
  }

  @Override
  public long acknowledged() {
    return series.acknowledged();
  }

  @Override
  public long failed() {
    return failed;
  }

  /** The status of the last request as a whole. */
  public int status() {
    return status;
  }
}
