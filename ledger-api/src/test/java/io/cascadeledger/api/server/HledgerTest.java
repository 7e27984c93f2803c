package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A random book, exported and read by tools that others have written: their balances are ours. The
 * size of the large book is {@code -Dledger.hledger.days}; 250 days are more than 100,000 entries.
 */
@ExtendWith(StopsLedger.class)
class HledgerTest {

  private static final long SEED = 20_261_121;
  private static final int DAYS = Integer.getInteger("ledger.hledger.days", 60);
  private static final int LOANS = 200;

  private final Tenant lender = RunningLedger.newTenant();
  @TempDir private Path folder;

  @Test
  void hledger_reads_our_balances_out_of_our_journal_at_the_end_of_each_month() throws IOException {
    assumeTrue(PlainTextTool.isInstalled("hledger"), "hledger could not be installed");
    RandomBook.write(lender, SEED, LOANS, DAYS);
    Path journal = PlainTextTool.export(lender, "hledger", folder);
    long entries = RunningLedger.eventsOf(lender);
    assertThat(entries).isGreaterThan(2L * LOANS * DAYS);

    // Also that each account and each currency is declared.
    PlainTextTool.run("hledger", "-f", journal.toString(), "check", "-s");
    Map<LocalDate, Map<String, BigInteger>> theirs = monthEnds(journal);

    assertThat(theirs).hasSizeGreaterThan(3);
    theirs.forEach(
        (date, balances) ->
            assertThat(balances)
                .as("as of %s, seed %d", date, SEED)
                .isEqualTo(PlainTextTool.ours(lender, date)));
  }

  /** As hledger has them: a column for each month, a row for each account. */
  private static Map<LocalDate, Map<String, BigInteger>> monthEnds(Path journal) {
    String csv =
        PlainTextTool.run(
            "hledger",
            "-f",
            journal.toString(),
            "balance",
            "--historical",
            "--monthly",
            "--flat",
            "--empty",
            "--no-total",
            "-b",
            "2026-01-01",
            "-e",
            "2026-12-01",
            "-O",
            "csv");
    List<String[]> rows = new ArrayList<>();
    try (MappingIterator<String[]> read =
        new CsvMapper()
            .readerFor(new TypeReference<String[]>() {})
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      read.forEachRemaining(rows::add);
    }
    String[] headings = rows.removeFirst();
    Map<LocalDate, Map<String, BigInteger>> months = new TreeMap<>();
    for (int column = 1; column < headings.length; column++) {
      Map<String, BigInteger> balances = new TreeMap<>();
      for (String[] row : rows) {
        for (String amount : row[column].split(", ", -1)) {
          if (!amount.equals("0")) {
            String[] parts = amount.split(" ", -1);
            PlainTextTool.add(balances, row[0], parts[0], parts[1]);
          }
        }
      }
      months.put(YearMonth.parse(headings[column]).atEndOfMonth(), balances);
    }
    return months;
  }

  @Test
  void ledger_reads_our_balances_too() throws IOException {
    assumeTrue(PlainTextTool.isInstalled("ledger"), "ledger could not be installed");
    RandomBook.write(lender, SEED, 12, 20);
    Path journal = PlainTextTool.export(lender, "ledger", folder);

    for (LocalDate asOf : List.of(RandomBook.FIRST_DAY.plusDays(7), LocalDate.of(2026, 12, 31))) {
      Map<String, BigInteger> theirs = new TreeMap<>();
      for (String currency : List.of("USD", "JPY", "KWD")) {
        PlainTextTool.run(
                "ledger",
                "-f",
                journal.toString(),
                "balance",
                "--flat",
                "--no-total",
                "--end",
                asOf.plusDays(1).toString(),
                "--limit",
                "commodity == '" + currency + "'",
                "--balance-format",
                "%(account)\t%(quantity(display_total))\n")
            .lines()
            .map(row -> row.split("\t", -1))
            .forEach(row -> PlainTextTool.add(theirs, row[0], row[1], currency));
      }
      assertThat(theirs).as("as of %s", asOf).isEqualTo(PlainTextTool.ours(lender, asOf));
    }
  }

  @Test
  void beancount_reads_our_balances_too() throws IOException {
    assumeTrue(PlainTextTool.isInstalled("bean-query"), "beancount could not be installed");
    RandomBook.write(lender, SEED, 12, 20);
    Path journal = PlainTextTool.export(lender, "beancount", folder);
    PlainTextTool.run("bean-check", "--no-cache", journal.toString());

    for (LocalDate asOf : List.of(RandomBook.FIRST_DAY.plusDays(7), LocalDate.of(2026, 12, 31))) {
      Map<String, BigInteger> theirs = new TreeMap<>();
      PlainTextTool.run(
              "bean-query",
              "--format=csv",
              journal.toString(),
              "SELECT account, sum(position), currency WHERE date <= %s GROUP BY account, currency"
                  .formatted(asOf))
          .lines()
          .skip(1)
          .map(row -> row.split(",", -1))
          .filter(row -> !row[1].isBlank()) // of which nothing is left
          .forEach(
              row ->
                  PlainTextTool.add(
                      theirs, row[0], row[1].strip().split(" ", -1)[0], row[2].strip()));
      assertThat(theirs).as("as of %s", asOf).isEqualTo(PlainTextTool.ours(lender, asOf));
    }
  }

  @Test
  void a_journal_says_at_its_end_how_many_entries_it_has() throws IOException {
    UUID loan = lender.newLoan();
    lender.pay(loan, 5).expect(201);

    for (String format : List.of("hledger", "ledger", "beancount")) {
      assertThat(Files.readString(PlainTextTool.export(lender, format, folder)))
          .endsWith("; 2 entries\n");
    }
  }
}
