package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.USD;

import io.cascadeledger.bank.ImportBankStatement;
import io.cascadeledger.bank.StatementContent;
import io.cascadeledger.bank.StatementLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Commands with what the bank of the sample tenant says. */
public final class BankCommands {
  private BankCommands() {}

  /** A statement of yesterday and today. */
  public static ImportBankStatement statement(
      String name, Long opening, Long closing, long... amounts) {
    return statement(TODAY.minusDays(1), name, opening, closing, amounts);
  }

  public static ImportBankStatement statement(
      LocalDate from, String name, Long opening, Long closing, long... amounts) {
    List<StatementLine> lines =
        Arrays.stream(amounts)
            .mapToObj(minor -> new StatementLine(TODAY, null, minor, "ref-" + minor, null))
            .toList();
    return new ImportBankStatement(
        TENANT, new StatementContent("DE02", name, USD, from, TODAY, opening, closing, lines), NOW);
  }
}
