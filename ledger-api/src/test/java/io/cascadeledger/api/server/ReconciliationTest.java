package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.bankLine;
import static io.cascadeledger.api.server.BooksBodies.entry;
import static io.cascadeledger.api.server.BooksBodies.line;
import static io.cascadeledger.api.server.BooksBodies.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Whether the books are sound, asked over HTTP and worked out once more from the journal. */
@ExtendWith(StopsLedger.class)
class ReconciliationTest {

  private static final LocalDate LATER = RandomBook.FIRST_DAY.plusDays(100);

  private final Tenant lender = RunningLedger.newTenant();

  private JsonNode status(LocalDate asOf) {
    return lender.get("/v1/reconciliation/status?as_of_date=" + asOf).expect(200).json();
  }

  private static List<String> texts(JsonNode rows, String... fields) {
    return rows.valueStream()
        .map(
            row -> {
              List<String> values = new ArrayList<>();
              for (String field : fields) {
                values.add(row.path(field).asString());
              }
              return String.join(" ", values);
            })
        .toList();
  }

  @Test
  void the_books_of_random_work_are_sound_as_of_any_day() {
    RandomBook.write(lender, 11, 12, 30);

    for (LocalDate asOf : List.of(RandomBook.FIRST_DAY.plusDays(8), LATER)) {
      JsonNode status = status(asOf);
      assertThat(status.path("as_of_date").asString()).isEqualTo(asOf.toString());
      assertThat(status.at("/ledger_integrity/status").asString()).isEqualTo("ok");
      assertThat(status.at("/ledger_integrity/mismatched_account_count").asInt()).isZero();
      assertThat(status.at("/portfolio_rollup/status").asString()).isEqualTo("ok");
      Map<String, BigInteger> ours = PlainTextTool.ours(lender, asOf);
      assertThat(status.at("/portfolio_rollup/accounts"))
          .isNotEmpty()
          .allSatisfy(
              row -> {
                String key =
                    row.path("account_code").asString() + " " + row.path("currency").asString();
                BigInteger balance = ours.getOrDefault(key, BigInteger.ZERO);
                assertThat(row.path("gl_minor").asString())
                    .isEqualTo((key.startsWith("21") ? balance.negate() : balance).toString());
                assertThat(row.path("difference_minor").asString()).isEqualTo("0");
              });
    }
  }

  @Test
  void what_is_open_and_how_old_it_is_follows_from_the_lines() {
    RandomBook.write(lender, 12, 10, 40);
    UUID overpaid = lender.newLoan();
    for (int month = 1; month <= 4; month++) {
      lender
          .post("/v1/payments", Bodies.payment(overpaid, 700_000, "2026-0%d-20".formatted(month)))
          .expect(201);
    }

    JsonNode status = status(LATER);

    assertThat(
            texts(
                status.path("suspense_ageing"),
                "currency",
                "within_thirty_days_minor",
                "within_sixty_days_minor",
                "within_ninety_days_minor",
                "older_minor"))
        .isEqualTo(suspense());
    assertThat(
            texts(
                status.path("clearing_accounts"),
                "account_code",
                "currency",
                "direction",
                "open_minor",
                "open_since"))
        .containsExactlyInAnyOrderElementsOf(clearing());
  }

  /** What came, oldest first, less what went: the oldest of it goes first. */
  private List<String> suspense() {
    Map<String, Map<String, List<Map<String, String>>>> byLoan = new TreeMap<>();
    for (Map<String, String> row : journal()) {
      if (row.get("account_code").equals("2100")) {
        byLoan
            .computeIfAbsent(row.get("currency"), _ -> new TreeMap<>())
            .computeIfAbsent(row.get("loan_id"), _ -> new ArrayList<>())
            .add(row);
      }
    }
    List<String> rows = new ArrayList<>();
    byLoan.forEach(
        (currency, loans) -> {
          long[] ages = new long[4];
          loans.values().forEach(lines -> addAges(ages, open(daily(lines), 'C')));
          if (ages[0] + ages[1] + ages[2] + ages[3] > 0) {
            rows.add(currency + " %d %d %d %d".formatted(ages[0], ages[1], ages[2], ages[3]));
          }
        });
    return rows;
  }

  /** Each loan's days as they are as a whole: what came and went on one day has never stood. */
  private static List<Map<String, String>> daily(List<Map<String, String>> lines) {
    Map<String, Long> days = new TreeMap<>();
    lines.forEach(
        row ->
            days.merge(
                row.get("effective_at"),
                row.get("direction").equals("CR")
                    ? Long.parseLong(row.get("amount_minor"))
                    : -Long.parseLong(row.get("amount_minor")),
                Long::sum));
    return days.entrySet().stream()
        .map(
            day ->
                Map.of(
                    "effective_at",
                    day.getKey(),
                    "direction",
                    day.getValue() >= 0 ? "CR" : "DR",
                    "amount_minor",
                    Long.toString(Math.abs(day.getValue()))))
        .toList();
  }

  private static void addAges(long[] ages, Map<LocalDate, Long> open) {
    open.forEach(
        (date, minor) -> {
          long age = ChronoUnit.DAYS.between(date, LATER);
          ages[age <= 30 ? 0 : age <= 60 ? 1 : age <= 90 ? 2 : 3] += minor;
        });
  }

  private List<String> clearing() {
    Map<String, List<Map<String, String>>> accounts = new TreeMap<>();
    for (Map<String, String> row : journal()) {
      if (row.get("account_code").startsWith("10")) {
        accounts
            .computeIfAbsent(
                row.get("account_code") + " " + row.get("currency"), _ -> new ArrayList<>())
            .add(row);
      }
    }
    List<String> rows = new ArrayList<>();
    accounts.forEach(
        (account, lines) -> {
          for (char side : new char[] {'D', 'C'}) {
            SortedMap<LocalDate, Long> open = open(lines, side);
            if (!open.isEmpty()) {
              long minor = open.values().stream().mapToLong(it -> it).sum();
              rows.add("%s %cR %d %s".formatted(account, side, minor, open.firstKey()));
            }
          }
        });
    return rows;
  }

  /** What is left of one side once the other has used up its oldest lines, by day. */
  private static SortedMap<LocalDate, Long> open(List<Map<String, String>> lines, char side) {
    long went =
        lines.stream()
            .filter(row -> row.get("direction").charAt(0) != side)
            .mapToLong(row -> Long.parseLong(row.get("amount_minor")))
            .sum();
    SortedMap<LocalDate, Long> open = new TreeMap<>();
    List<Map<String, String>> came =
        lines.stream()
            .filter(row -> row.get("direction").charAt(0) == side)
            .sorted(Comparator.comparing(row -> row.get("effective_at")))
            .toList();
    for (Map<String, String> row : came) {
      long minor = Long.parseLong(row.get("amount_minor"));
      long used = Math.min(minor, went);
      went -= used;
      if (minor > used) {
        open.merge(LocalDate.parse(row.get("effective_at")), minor - used, Long::sum);
      }
    }
    return open;
  }

  private List<Map<String, String>> journal() {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerFor(new TypeReference<Map<String, String>>() {})
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(
                lender.get("/v1/exports/journal?format=csv&to=" + LATER).expect(200).body())) {
      return rows.readAll();
    }
  }

  @Test
  void a_clearing_account_that_has_returned_to_zero_is_not_listed() {
    lender.post("/v1/accounts", BooksBodies.account("1910", "")).expect(201);
    lender.pay(lender.newLoan(), 700).expect(201);
    assertThat(texts(status(LATER.plusYears(1)).path("clearing_accounts"), "account_code"))
        .containsExactly("1000", "1010");

    String swept =
        entry("2026-05-04", line("1910", "DR", 700, "USD"), line("1000", "CR", 700, "USD"));
    lender.post("/v1/journal-entries", swept).expect(201);

    assertThat(texts(status(LATER.plusYears(1)).path("clearing_accounts"), "account_code"))
        .containsExactly("1010");
  }

  @Test
  void a_total_that_was_tampered_with_is_found_and_named() {
    lender.pay(lender.newLoan(), 700).expect(201);
    LocalDate asOf = LocalDate.of(2026, 12, 31);
    assertThat(status(asOf).at("/ledger_integrity/status").asString()).isEqualTo("ok");

    tamper("account_daily_total", "debit_minor = debit_minor + 1", "account_code = '1000'");
    JsonNode wrongTotal = status(asOf);
    tamper("account_daily_total", "debit_minor = debit_minor - 1", "account_code = '1000'");
    tamper("loan_daily_total", "principal_minor = principal_minor - 1", "true");
    JsonNode wrongLoan = status(asOf);

    assertThat(wrongTotal.at("/ledger_integrity/status").asString()).isEqualTo("mismatch");
    assertThat(
            texts(
                wrongTotal.at("/ledger_integrity/mismatched_accounts"), "account_code", "currency"))
        .containsExactly("1000 USD");
    assertThat(wrongTotal.at("/portfolio_rollup/status").asString()).isEqualTo("ok");
    assertThat(wrongLoan.at("/ledger_integrity/status").asString()).isEqualTo("ok");
    assertThat(wrongLoan.at("/portfolio_rollup/status").asString()).isEqualTo("mismatch");
    assertThat(wrongLoan.at("/portfolio_rollup/gl_principal_minor").asString()).isEqualTo("999300");
    assertThat(wrongLoan.at("/portfolio_rollup/sum_of_loan_balances_minor").asString())
        .isEqualTo("999298");
  }

  private void tamper(String table, String change, String where) {
    assertThat(
            RunningLedger.JDBC.update(
                "UPDATE %s SET %s WHERE tenant = ? AND %s".formatted(table, change, where),
                lender.name()))
        .isPositive();
  }

  @Test
  void what_the_bank_says_is_held_against_the_payments() {
    UUID loan = lender.newLoan();
    lender.pay(loan, 700).expect(201);
    lender
        .post(
            "/v1/bank-statements",
            statement(
                "1",
                "",
                bankLine("2026-05-02", 700, "stripe_ch_xyz123"),
                bankLine("2026-05-03", -40, "fee")))
        .expect(201);

    JsonNode bank = status(LATER.plusYears(1)).path("bank_reconciliation");

    assertThat(
            texts(bank, "bank_account_ref", "status", "difference_minor", "currency", "last_day"))
        .containsExactly("DE02120300000000202051 unmatched -40 USD 2026-05-03");
    assertThat(status(LocalDate.of(2026, 5, 2)).path("bank_reconciliation")).isEmpty();
  }

  @Test
  void a_tenant_without_books_is_sound() {
    JsonNode status = status(LATER);

    assertThat(status.at("/ledger_integrity/status").asString()).isEqualTo("ok");
    assertThat(status.at("/portfolio_rollup/gl_principal_minor").asString()).isEqualTo("0");
    assertThat(status.path("clearing_accounts")).isEmpty();
  }
}
