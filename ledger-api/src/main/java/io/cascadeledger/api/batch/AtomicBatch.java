package io.cascadeledger.api.batch;

import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.posting.AtomicPosting;
import io.cascadeledger.api.posting.KeysUsedException;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.problem.Problem.ErrorItem;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.problem.Refusals;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.PostPayments;
import io.cascadeledger.refusal.Refused;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The payments of a request that are posted together or not at all. */
final class AtomicBatch {

  private final List<PaymentLine> lines = new ArrayList<>();

  /** The lines that are posted: those whose key did not come before. */
  private final Map<String, PaymentLine> distinct = new LinkedHashMap<>();

  private AtomicBatch() {}

  /**
   * Reads all payments.
   *
   * @throws ProblemException that names the line at fault, if one cannot be posted with the others
   */
  static AtomicBatch of(Items items, PaymentReader reader) {
    AtomicBatch batch = new AtomicBatch();
    try {
      while (items.next()) {
        batch.add(reader.read(items.number(), items.text()));
      }
    } catch (ProblemException e) {
      throw e.errors().isEmpty() && e.code() == ProblemCode.MALFORMED_JSON
          ? atLine(items.number(), e)
          : e;
    }
    if (batch.lines.isEmpty()) {
      throw new ProblemException(ProblemCode.BATCH_EMPTY, "The batch has no payment.");
    }
    return batch;
  }

  private void add(PaymentLine line) {
    if (line.isDone()) {
      throw atLine(line.number(), line.problem());
    }
    if (lines.size() == Limits.ATOMIC_PAYMENTS) {
      throw new ProblemException(
          ProblemCode.BATCH_TOO_LARGE,
          "An atomic batch has at most %d payments.".formatted(Limits.ATOMIC_PAYMENTS));
    }
    if (!lines.isEmpty() && !line.command().loan().equals(lines.getFirst().command().loan())) {
      throw atLine(
          line.number(),
          ProblemCode.BATCH_LOANS_DIFFER,
          "loan_id",
          "The payment is not of the loan of line %d.".formatted(lines.getFirst().number()));
    }
    PaymentLine earlier = distinct.putIfAbsent(line.key(), line);
    if (earlier != null && !isSame(earlier, line)) {
      throw mismatch(line);
    }
    lines.add(line);
  }

  private static boolean isSame(PaymentLine one, PaymentLine other) {
    return MessageDigest.isEqual(
        one.request().key().fingerprint(), other.request().key().fingerprint());
  }

  /** Posts them, and says what became of each; or fails with a problem that names the line. */
  Mono<List<PaymentResult>> post(AtomicPosting posting) {
    List<PaymentLine> sent = List.copyOf(distinct.values());
    List<PostingRequest> requests = sent.stream().map(PaymentLine::request).toList();
    List<PostPayment> payments = sent.stream().map(PaymentLine::command).toList();
    PostPayment first = payments.getFirst();
    return posting
        .post(requests, new PostPayments(first.loan(), payments, first.time()))
        .map(posted -> results(sent, posted))
        .onErrorMap(Refused.class, e -> refused(sent, e))
        .onErrorMap(KeysUsedException.class, e -> keysUsed(sent, e))
        .onErrorMap(PostingException.class, Writes::problem);
  }

  private List<PaymentResult> results(List<PaymentLine> sent, List<Posted> posted) {
    Map<String, Posted> byKey = new LinkedHashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      byKey.put(sent.get(i).key(), posted.get(i));
    }
    return lines.stream()
        .map(
            line -> {
              Posted it = byKey.get(line.key());
              boolean again = distinct.get(line.key()) != line;
              return PaymentResult.of(line.number(), line.key(), again ? it.again() : it);
            })
        .toList();
  }

  private static Throwable refused(List<PaymentLine> sent, Refused refused) {
    if (refused.items().isEmpty()) {
      return refused; // there is no such loan
    }
    List<ErrorItem> errors =
        refused.items().stream()
            .map(
                item ->
                    new ErrorItem(
                        field(sent.get(item.index()).number(), null),
                        Refusals.problemOf(item.code()).wireName(),
                        item.message()))
            .toList();
    int line = sent.get(refused.items().getFirst().index()).number();
    return new ProblemException(
        ProblemCode.BATCH_REFUSED,
        "Line %d: %s Nothing was posted.".formatted(line, refused.items().getFirst().message()),
        errors);
  }

  private static ProblemException keysUsed(List<PaymentLine> sent, KeysUsedException e) {
    if (!e.mismatching().isEmpty()) {
      return mismatch(sent.get(e.mismatching().getFirst()));
    }
    ProblemCode code = ProblemCode.BATCH_PARTLY_POSTED;
    return new ProblemException(
        code,
        "%d of the %d payments were posted before, by other requests; nothing was posted now."
            .formatted(e.posted().size(), sent.size()),
        e.posted().stream()
            .limit(Limits.ERRORS_PER_ANSWER)
            .map(
                index ->
                    new ErrorItem(
                        field(sent.get(index).number(), "idempotency_key"),
                        code.wireName(),
                        "was used before, for the same payment"))
            .toList());
  }

  private static ProblemException mismatch(PaymentLine line) {
    return atLine(
        line.number(),
        ProblemCode.IDEMPOTENCY_MISMATCH,
        "idempotency_key",
        "The key was used before, for something else.");
  }

  private static ProblemException atLine(int line, ProblemException problem) {
    List<ErrorItem> errors =
        problem.errors().stream()
            .map(it -> new ErrorItem(field(line, it.field()), it.code(), it.message()))
            .toList();
    return new ProblemException(
        problem.code(),
        "Line %d: %s".formatted(line, problem.getMessage()),
        errors.isEmpty()
            ? List.of(
                new ErrorItem(field(line, null), problem.code().wireName(), problem.getMessage()))
            : errors);
  }

  private static ProblemException atLine(int line, ProblemCode code, String field, String message) {
    return new ProblemException(
        code,
        "Line %d: %s".formatted(line, message),
        List.of(new ErrorItem(field(line, field), code.wireName(), message)));
  }

  private static String field(int line, String field) {
    return field == null ? "lines[%d]".formatted(line) : "lines[%d].%s".formatted(line, field);
  }
}
