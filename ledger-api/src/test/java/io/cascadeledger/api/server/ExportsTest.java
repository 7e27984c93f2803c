package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.command.ExportJournalCommand;
import io.cascadeledger.api.command.LoadChartCommand;
import io.cascadeledger.api.parquet.ParquetReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What is exported as tables, held against what is read. */
@ExtendWith(StopsLedger.class)
class ExportsTest {

  private static final LocalDate LATEST = LocalDate.of(2026, 12, 31);

  private final Tenant lender = RunningLedger.newTenant();
  @TempDir private Path folder;

  private List<Map<String, String>> table(String path) {
    Reply reply = lender.get(path).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(reply.position()).isPositive();
    return rows(reply.body());
  }

  static List<Map<String, String>> rows(String csv) {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerFor(new TypeReference<Map<String, String>>() {})
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      return rows.readAll();
    }
  }

  /** Debits less credits by account and currency, added up line by line. */
  private static Map<String, BigInteger> sum(
      List<Map<String, String>> lines, Predicate<Map<String, String>> counts) {
    Map<String, BigInteger> sums = new TreeMap<>();
    lines.stream()
        .filter(counts)
        .forEach(
            line -> {
              BigInteger minor = new BigInteger(line.get("amount_minor"));
              sums.merge(
                  line.get("account_code") + " " + line.get("currency"),
                  line.get("direction").equals("DR") ? minor : minor.negate(),
                  BigInteger::add);
            });
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  @Test
  void the_lines_of_the_journal_add_up_to_the_trial_balance_of_any_day() {
    RandomBook.write(lender, 7, 15, 25);

    List<Map<String, String>> lines = table("/v1/exports/journal?format=csv");

    assertThat(lines).hasSizeGreaterThan(1_000);
    assertThat(lines).extracting(it -> Long.valueOf(it.get("position"))).isSorted();
    for (LocalDate asOf : List.of(RandomBook.FIRST_DAY.plusDays(9), LATEST)) {
      Predicate<Map<String, String>> counts =
          line -> !LocalDate.parse(line.get("effective_at")).isAfter(asOf);
      assertThat(sum(lines, counts)).isEqualTo(PlainTextTool.ours(lender, asOf));
    }
    LocalDate from = RandomBook.FIRST_DAY.plusDays(5);
    LocalDate to = from.plusDays(4);
    assertThat(table("/v1/exports/journal?from=%s&to=%s".formatted(from, to)))
        .isEqualTo(
            lines.stream()
                .filter(it -> !LocalDate.parse(it.get("effective_at")).isBefore(from))
                .filter(it -> !LocalDate.parse(it.get("effective_at")).isAfter(to))
                .toList());
  }

  @Test
  void what_people_wrote_comes_back_as_it_was() {
    String strange = "a, \"b\"; [c]\r\nd";
    lender
        .post(
            "/v1/journal-entries",
            BooksBodies.bankFee(5)
                .replace("A fee of the bank", "a, \\\"b\\\"; [c]\\r\\nd")
                .replace("C-1", "a, \\\"b\\\""))
        .expect(201);

    List<Map<String, String>> lines = table("/v1/exports/journal");

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .containsEntry("description", strange)
        .containsEntry("metadata", "{\"case\":\"a, \\\"b\\\"\"}")
        .containsEntry("event_type", "manual_adjustment")
        .containsEntry("external_ref", "bank-7")
        .containsEntry("loan_id", "");
  }

  @Test
  void what_a_spreadsheet_would_read_as_a_formula_stays_text() {
    lender
        .post("/v1/journal-entries", BooksBodies.bankFee(5).replace("A fee of the bank", "=1+1"))
        .expect(201);

    assertThat(table("/v1/exports/journal").getFirst()).containsEntry("description", "'=1+1");
    assertThat(lender.get("/v1/exports/journal?format=hledger").expect(200).body())
        .contains(" | =1+1\n");
  }

  @Test
  void an_account_is_exported_with_the_balance_after_each_line() {
    UUID loan = lender.newLoan();
    lender.pay(loan, 700).expect(201);
    lender.post("/v1/payments", Bodies.payment(loan, 40, "2026-05-03")).expect(201);

    List<Map<String, String>> all = table("/v1/exports/accounts/1100");
    List<Map<String, String>> may = table("/v1/exports/accounts/1100?from=2026-05-02");

    assertThat(all)
        .extracting(
            it -> it.get("dr_minor") + "/" + it.get("cr_minor") + "/" + it.get("balance_minor"))
        .containsExactly("1000000//1000000", "/700/999300", "/40/999260");
    assertThat(may)
        .extracting(it -> it.get("event_type") + " " + it.get("balance_minor"))
        .containsExactly("opening_balance 999300", "payment_received 999260");
    lender.get("/v1/exports/accounts/9999").expectProblem(404, "account_not_found");
    assertThat(RunningLedger.newTenant().get("/v1/exports/accounts/1100").body().lines())
        .hasSize(1);
  }

  @Test
  void the_loan_tape_adds_up_to_the_accounts_that_sum_up_loans() {
    RandomBook.write(lender, 8, 9, 12);
    LocalDate asOf = RandomBook.FIRST_DAY.plusDays(6);

    Map<String, BigInteger> sums = new TreeMap<>();
    List<Map<String, String>> loans = table("/v1/exports/loans?as_of_date=" + asOf);
    for (Map<String, String> loan : loans) {
      add(sums, "1100 ", loan, "principal_outstanding_minor");
      add(sums, "1200 ", loan, "interest_receivable_minor");
      add(sums, "1300 ", loan, "fees_receivable_minor");
      add(sums, "1400 ", loan, "penalties_receivable_minor");
    }
    sums.values().removeIf(sum -> sum.signum() == 0);
    Map<String, BigInteger> accounts = PlainTextTool.ours(lender, asOf);
    accounts.keySet().removeIf(key -> !key.matches("1[1-4]00 .*"));

    assertThat(loans).hasSize(9);
    assertThat(sums).isNotEmpty().isEqualTo(accounts);
    assertThat(table("/v1/exports/loans?as_of_date=2026-01-14")).isEmpty();
  }

  private static void add(
      Map<String, BigInteger> sums, String account, Map<String, String> loan, String column) {
    sums.merge(account + loan.get("currency"), new BigInteger(loan.get(column)), BigInteger::add);
  }

  @Test
  void the_trial_balance_is_the_same_as_a_table() {
    lender.pay(lender.newLoan(), 700).expect(201);

    List<Map<String, String>> rows = table("/v1/exports/trial-balance?as_of_date=2026-05-01");

    Reply read = lender.get("/v1/trial-balance?as_of_date=2026-05-01").expect(200);
    assertThat(rows)
        .extracting(it -> it.get("account_code") + " " + it.get("normal_balance_minor"))
        .isEqualTo(
            read.json()
                .path("lines")
                .valueStream()
                .map(
                    it ->
                        it.path("account_code").asString()
                            + " "
                            + it.path("normal_balance_minor").asString())
                .toList());
  }

  @Test
  void a_trial_balance_is_exported_as_it_was_known() {
    Reply paid = lender.pay(lender.newLoan(), 700).expect(201);
    String then = lender.get("/v1/exports/trial-balance?as_of_date=2026-05-01").expect(200).body();
    lender.pay(lender.newLoan(), 100).expect(201);

    assertThat(
            lender
                .get(
                    "/v1/exports/trial-balance?as_of_date=2026-05-01&known_at="
                        + paid.text("posted_at"))
                .expect(200)
                .body())
        .isEqualTo(then);
  }

  @Test
  void a_journal_is_not_written_as_json() {
    Reply reply =
        lender.send(lender.request("/v1/exports/journal").header("Accept", "application/json"));

    assertThat(reply.status()).isEqualTo(406);
  }

  @Test
  void the_commands_write_a_journal_and_load_a_chart() throws IOException {
    Path chart = folder.resolve("accounts.csv");
    Files.writeString(
        chart,
        """
        account_code,account_name,account_type,normal_side,parent_code,kind,currencies,purpose,status
        1910,House Bank,asset,,1900,,USD,What is at the bank.,
        1900,"Banks, all",asset,,,,,,
        1980,Allowance for Losses,asset,credit,,,,,closed
        """);
    assertThat(run(new LoadChartCommand(), chart.toString()))
        .isEqualTo("opened:   3%nchanged:  0%nclosed:   1%nreopened: 0%n".formatted());
    lender
        .post("/v1/journal-entries", BooksBodies.bankFee(1_250).replace("5900", "1910"))
        .expect(201);
    Path file = folder.resolve("books.journal");

    String printed = run(new ExportJournalCommand(), "--from=2026-05-01", "--to=2026-05-01");
    run(new ExportJournalCommand(), "--format=ledger", "--output=" + file);

    Path parquet = folder.resolve("books.parquet");
    run(new ExportJournalCommand(), "--format=parquet", "--output=" + parquet);
    assertThat(ParquetReader.rows(parquet)).hasSize(2);
    assertThat(printed).contains("    Assets:1910-House-Bank  12.50 USD\n");
    assertThat(Files.readString(file)).contains("    note 1900 Banks%2C all\n");
    assertThat(run(new ExportJournalCommand(), "--to=2026-04-30")).endsWith("; 0 entries\n");
  }

  private String run(Object command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--url=http://localhost:" + lender.port());
    arguments.add("--client-id=" + lender.client().client().id());
    arguments.add("--client-secret=" + lender.client().secret());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    assertThat(status).as("%s", err).isZero();
    return out.toString();
  }
}
