package io.cascadeledger.bench.http;

import java.nio.ByteBuffer;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Opens loans and pays each of them out. */
public final class SetUpConversation implements Conversation {

  private final String token;
  private final Keys.Series series;
  private final PrimitiveIterator.OfInt loans;
  private final String terms;
  private int number = -1;
  private int opened = -1;
  private long failed;

  /**
   * A conversation.
   *
   * @param token the access token
   * @param series the keys it may use
   * @param loans the loans to open
   * @param terms what their opening says besides: nothing, or a comma and further members
   */
  public SetUpConversation(String token, Keys.Series series, IntStream loans, String terms) {
    this.token = token;
    this.series = series;
    this.loans = loans.iterator();
    this.terms = terms;
  }

  @Override
  public ByteBuffer next() {
    number++;
    if (opened >= 0) {
      String body =
          "{\"loan_id\":\"%s\",\"amount_minor\":\"100000000\",\"currency\":\"USD\",\"effective_at\":\"2026-01-15\"}"
              .formatted(Loans.id(opened));
      opened = -1;
      return request("/v1/disbursements", body);
    }
    if (!loans.hasNext()) {
      return null;
    }
    opened = loans.nextInt();
    String body =
        "{\"loan_id\":\"%s\",\"borrower_id\":\"%s\",\"currency\":\"USD\",\"effective_at\":\"2026-01-15\"%s}"
            .formatted(Loans.id(opened), Loans.id(opened), terms);
    return request("/v1/loans", body);
  }

  private ByteBuffer request(String path, String body) {
    return ByteBuffer.wrap(PaymentBytes.post(path, token, series.key(number), body));
  }

  @Override
  public void answered(int status, boolean replayed) {
    series.answered(number, status);
    failed += status / 100 == 2 ? 0 : 1;
  }

  @Override
  public long acknowledged() {
    return series.acknowledged();
  }

  @Override
  public long failed() {
    return failed;
  }
}
