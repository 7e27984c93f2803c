package io.cascadeledger.bench.micro;

import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.payment.PostPaymentEndpoint;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.eventstore.json.EventJson;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.payment.Payment;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.ComponentOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the steps of posting a payment cost, each by itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PostingBenchmark {

  private static final byte[] BODY =
      """
      {"loan_id":"6a8d4b52-5c1f-4a3e-9f50-1d2c3b4a5e6f","borrower_id":"0b6f2a10-8d34-4c53-a1a7-55d8f7f3a001","amount_minor":"88849","currency":"USD","effective_at":"2026-05-01","source_method":"ach","external_ref":"stripe_ch_xyz123"}"""
          .getBytes(StandardCharsets.UTF_8);

  /** Nothing is posted, so there is nothing to post with. */
  private final Operation operation = PostPaymentEndpoint.of(null).operation();

  private final LoanState loan = Posted.loan();
  private final PostPayment command = Posted.command();
  private final PaymentPosted event = Posted.event();
  private final byte[] json = EventJson.mapper().writeValueAsBytes(event);

  /** Splits a payment. */
  @Benchmark
  public Allocation waterfall() {
    return ComponentOrder.DEFAULT.allocate(command.amount().minorUnits(), loan.balance());
  }

  /** Decides on a payment: checks, waterfall and journal entry. */
  @Benchmark
  public List<LoanEvent> decision() {
    return Payment.decide(loan, command);
  }

  /** Writes the event as JSON. */
  @Benchmark
  public byte[] eventToJson() {
    return EventJson.mapper().writeValueAsBytes(event);
  }

  /** Reads the event. */
  @Benchmark
  public PaymentPosted eventFromJson() {
    return EventJson.mapper().readValue(json, PaymentPosted.class);
  }

  /** Parses and checks a request's body. */
  @Benchmark
  public Values requestBody() {
    return operation.body().read(BODY);
  }

  /** The same, and makes the fingerprint by which a repetition is known. */
  @Benchmark
  public byte[] requestBodyAndFingerprint() {
    return operation.body().read(BODY).fingerprint(operation.id());
  }
}
