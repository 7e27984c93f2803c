package io.cascadeledger.api.statement;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import io.cascadeledger.projections.statement.StatementTotals;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** A statement for the description of the API, in its forms. */
final class StatementExample {

  private static final StatementLine PAYMENT =
      new StatementLine(
          UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
          EntryType.PAYMENT_RECEIVED,
          LocalDate.of(2026, 5, 1),
          Instant.parse("2026-05-01T12:00:00Z"),
          null,
          "stripe_ch_xyz123",
          new LoanBalance(-500, -10_000, -78_349, 0),
          new LoanBalance(0, 0, 921_651, 0),
          null,
          null,
          null);

  private static final Statement STATEMENT =
      new Statement(
          new LoanId("acme", UUID.fromString("11111111-1111-1111-1111-111111111111")),
          UUID.fromString("22222222-2222-2222-2222-222222222222"),
          Currency.getInstance("USD"),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2026, 5, 31),
          null,
          new LoanBalance(500, 10_000, 1_000_000, 0),
          PAYMENT.balance(),
          new StatementTotals(
              BigInteger.ZERO,
              BigInteger.ZERO,
              BigInteger.ZERO,
              BigInteger.ZERO,
              BigInteger.valueOf(88_849),
              BigInteger.ZERO,
              BigInteger.ZERO),
          1,
          Flux.empty());

  static final StatementAnswer ANSWER = StatementAnswer.of(STATEMENT, List.of(PAYMENT));

  private StatementExample() {}

  /** The page, without what would say nothing here. */
  static String page() {
    return "<!DOCTYPE html>\n<html lang=\"en\">…</html>\n";
  }

  static String csv() {
    CsvStatement text = new CsvStatement(STATEMENT);
    return new String(text.begin(), StandardCharsets.UTF_8)
        + new String(text.lines(List.of(PAYMENT)), StandardCharsets.UTF_8)
        + new String(text.end(), StandardCharsets.UTF_8);
  }
}
