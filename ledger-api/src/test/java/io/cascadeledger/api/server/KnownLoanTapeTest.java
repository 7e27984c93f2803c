package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.server.ServicedLoan.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The loan tape as it was known at times of the past. */
@ExtendWith(StopsLedger.class)
class KnownLoanTapeTest {

  private static final List<String> TAPES =
      List.of(
          "/v1/exports/loans?",
          "/v1/exports/loans?as_of_date=2026-04-30&",
          "/v1/exports/loans?as_of_date=2026-05-09&");
  private static final String PARQUET = "/v1/exports/loans?format=parquet&as_of_date=2026-05-10";

  private final Tenant lender = RunningLedger.newTenant();
  private final List<Downloaded> downloaded = new ArrayList<>();

  /** The tapes that were downloaded at a moment, after something had happened. */
  private record Downloaded(String after, Instant at, List<String> tapes, String parquet) {}

  private void download(String after) {
    List<String> tapes = TAPES.stream().map(it -> lender.get(it).expect(200).body()).toList();
    String parquet = parquet(PARQUET);
    // What is posted from here on has a later time.
    downloaded.add(
        new Downloaded(after, Instant.now().truncatedTo(ChronoUnit.MICROS), tapes, parquet));
  }

  private String parquet(String path) {
    return HexFormat.of().formatHex(lender.sendForBytes(lender.request(path)).body());
  }

  private void assertKnown() {
    for (Downloaded then : downloaded) {
      for (int i = 0; i < TAPES.size(); i++) {
        assertThat(lender.get(TAPES.get(i) + "known_at=" + then.at).expect(200).body())
            .as("%s after %s", TAPES.get(i), then.after)
            .isEqualTo(then.tapes.get(i));
      }
      assertThat(parquet(PARQUET + "&known_at=" + then.at))
          .as("Parquet after %s", then.after)
          .isEqualTo(then.parquet);
    }
  }

  @Test
  void a_loan_tape_as_it_was_known_is_the_one_that_was_downloaded_then() {
    download("nothing");
    Stream.concat(
            ServicedLoan.MOVEMENTS.stream(),
            ServicedLoan.OTHER_POSTINGS.stream().takeWhile(row -> !row.name().equals("product")))
        .forEach(this::live);

    assertThat(downloaded.stream().map(then -> then.tapes.getFirst()).distinct())
        .as("tapes that differ")
        .hasSizeGreaterThan(60);
    assertThat(String.join("", downloaded.stream().map(then -> then.tapes.getFirst()).toList()))
        .contains(",open,", ",closed,", ",charged_off,", ",written_off,", ",sold,");
    assertKnown();
  }

  /** Something happens, something counts before it, and it is undone: as far as the loan allows. */
  private void live(Row row) {
    ServicedLoan loan = ServicedLoan.of(lender);
    Reply posted = loan.post(row.call().apply(loan)).expect(201);
    download(row.name());
    lender.post("/v1/payments", Bodies.payment(loan.loan(), 1_200, "2026-03-10"));
    lender.post("/v1/loans/" + loan.loan() + "/fees", Bodies.fee(300, "2026-05-01"));
    download(row.name() + ", with a payment and a fee before it");
    if (posted.json().has("journal_entry_id")) {
      lender.post(
          "/v1/reversals",
          Bodies.reversal(posted.id("journal_entry_id")).replace("2026-05-02", "2026-05-10"));
      download(row.name() + ", undone");
    }
  }

  @Test
  void a_loan_that_was_closed_and_opened_again_was_closed_in_between() {
    UUID loan = lender.newLoan();
    download("its opening");
    Reply paid = lender.pay(loan, 1_000_000).expect(201);
    close(loan, "2026-05-02");
    download("its closing");
    lender.reverse(paid.id("journal_entry_id")).expect(201);
    download("its opening again");
    lender.post("/v1/payments", Bodies.payment(loan, 1_000_000, "2026-05-03")).expect(201);
    close(loan, "2026-05-04");
    download("its second closing");

    assertThat(downloaded)
        .extracting(then -> ExportsTest.rows(then.tapes.getFirst()).getFirst())
        .extracting(row -> row.get("status") + " " + row.get("closed_on"))
        .containsExactly("open ", "closed 2026-05-02", "open ", "closed 2026-05-04");
    assertKnown();
    assertThat(
            ExportsTest.rows(
                lender
                    .get("/v1/exports/loans?known_at=" + downloaded.getFirst().at.minusSeconds(600))
                    .expect(200)
                    .body()))
        .isEmpty();
  }

  private void close(UUID loan, String day) {
    lender
        .post("/v1/loans/" + loan + "/close", "{\"effective_at\": \"%s\"}".formatted(day))
        .expect(201);
  }

  @Test
  void each_loan_of_the_tape_is_what_is_read_of_it_alone() {
    RandomBook.write(lender, 11, 6, 12);
    List<String> times =
        ExportsTest.rows(lender.get("/v1/exports/journal").expect(200).body()).stream()
            .map(line -> line.get("posted_at"))
            .distinct()
            .toList();
    Random random = new Random(11);
    for (int round = 0; round < 12; round++) {
      LocalDate asOf = RandomBook.FIRST_DAY.plusDays(random.nextInt(14));
      String knownAt = times.get(random.nextInt(times.size()));
      String both = "?as_of_date=" + asOf + "&known_at=" + knownAt;

      for (Map<String, String> row :
          ExportsTest.rows(lender.get("/v1/exports/loans" + both).expect(200).body())) {
        assertRow(row, both, knownAt);
      }
    }
  }

  private void assertRow(Map<String, String> row, String both, String knownAt) {
    String loan = "/v1/loans/" + row.get("loan_id");
    JsonNode balance = lender.get(loan + "/balance" + both).expect(200).json();
    assertThat(row.get("status"))
        .isEqualTo(lender.get(loan + "?known_at=" + knownAt).expect(200).text("status"));
    for (String column :
        List.of(
            "principal_outstanding_minor",
            "interest_receivable_minor",
            "fees_receivable_minor",
            "total_exposure_minor",
            "suspense_minor")) {
      assertThat(row.get(column))
          .as("%s of %s%s", column, loan, both)
          .isEqualTo(balance.path(column).asString());
    }
  }
}
