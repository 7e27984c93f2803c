package io.cascadeledger.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Matches payments of one cent on debtor accounts, each under a tracking id of its own. */
public final class MatchingConversation implements Conversation {

  private static final String DONE = "\"success\":true";

  private final String token;
  private final String path;
  private final Keys.Series series;
  private final IntFunction<String> accountOf;
  private final StringBuilder answer = new StringBuilder();
  private int sent;
  private long acknowledged;
  private long failed;

  /**
   * A conversation.
   *
   * @param tenant whose accounts they are
   * @param token the access token
   * @param series tells its payments from those of others
   * @param accountOf the account of the n-th payment
   */
  public MatchingConversation(
      String tenant, String token, Keys.Series series, IntFunction<String> accountOf) {
    this.token = token;
    this.path = "/v1/" + tenant + "/match_account_payment";
    this.series = series;
    this.accountOf = accountOf;
  }

  @Override
  public ByteBuffer next() {
    answer.setLength(0);
    int number = sent++;
    String body =
        ("[{\"accountReference\":\"%s\",\"currency\":\"EUR\",\"totalAmount\":1,"
                + "\"matchStrategy\":\"ORDERED_LEDGER_ENTRIES\",\"providerName\":\"bench\","
                + "\"trackingId\":\"%d:%d\"}]")
            .formatted(accountOf.apply(number), series.number(), number);
    return ByteBuffer.wrap(PaymentBytes.postUnkeyed(path, token, body));
  }

  @Override
  public void body(ByteBuffer part) {
    answer.append(StandardCharsets.UTF_8.decode(part));
  }

  /** An answer has the status 200 even if the payment was refused. */
  @Override
  public void answered(int status, boolean replayed) {
    if (status == 200 && answer.indexOf(DONE) >= 0) {
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
