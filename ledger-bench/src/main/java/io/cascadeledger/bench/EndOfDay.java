package io.cascadeledger.bench;

import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How long the end of a business day takes for all loans that the ledger services. */
final class EndOfDay {

  /** Within minutes for 100,000 loans. */
  private static final long LOANS_PER_SECOND = 1_000;

  private static final long LOOK_MILLIS = 20;
  private static final Duration BOUND = Duration.ofMinutes(20);
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 20);

  /** Its books have no other loans. */
  private static final String TENANT = "bench-days";

  private final Ledger ledger;
  private final List<Book> books = new ArrayList<>();
  private String token;

  /**
   * A day that was closed.
   *
   * @param took as the server says
   */
  private record Day(long loans, long events, long took) {

    long loansPerSecond() {
      return loans * NANOS_PER_SECOND / Math.max(1, took);
    }

    @Override
    public String toString() {
      return "%,d events/s; all in %,d ms"
          .formatted(events * NANOS_PER_SECOND / Math.max(1, took), took / NANOS_PER_MILLI);
    }
  }

  /**
   * Books of so many loans.
   *
   * @param ordinary a day that brings each loan its interest
   * @param busy a day after a month: an instalment falls due and is late
   */
  private record Book(int loans, Day ordinary, Day busy) {}

  EndOfDay(Ledger ledger) {
    this.ledger = ledger;
  }

  void measure(List<Integer> sizes, Progress progress)
      throws IOException, InterruptedException, SQLException {
    token = ledger.tokenFor(TENANT);
    int opened = 0;
    LocalDate day = BEGIN;
    for (int size : sizes) {
      progress.say("Opening loans that the ledger services, %,d in all".formatted(size));
      ledger.open(token, IntStream.range(opened, size), ServicedTerms.TWELVE_INSTALMENTS);
      opened = size;
      close(day);
      Day ordinary = close(day.plusDays(1));
      day = day.plusMonths(1);
      books.add(new Book(size, ordinary, close(day)));
      progress.say(
          "Closed a day of %,d loans: %,d loans/s; after a month: %,d loans/s"
              .formatted(
                  size,
                  books.getLast().ordinary().loansPerSecond(),
                  books.getLast().busy().loansPerSecond()));
    }
  }

  private Day close(LocalDate day) throws IOException, InterruptedException, SQLException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/v1/business-days/%s/close".formatted(ledger.server().port(), day));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 202) {
        throw new IOException("the end of %s was answered with %d".formatted(day, status));
      }
    }
    awaitEnd(day);
    return new Day(
        number("loans_closed", day),
        number("events", day),
        number("(extract(epoch FROM ended_at - started_at) * 1000000000)::bigint", day));
  }

  private void awaitEnd(LocalDate day) throws IOException, InterruptedException, SQLException {
    long start = System.nanoTime();
    String status = text("status", day);
    while (status.equals("running") && System.nanoTime() - start < BOUND.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      status = text("status", day);
    }
    if (!status.equals("completed") || number("loans_refused", day) > 0) {
      throw new IOException("the end of %s is %s".formatted(day, status));
    }
  }

  private long number(String column, LocalDate day) throws SQLException {
    return Long.parseLong(text(column, day));
  }

  private String text(String column, LocalDate day) throws SQLException {
    return ledger
        .database()
        .text("SELECT %s FROM business_day_run WHERE business_date = '%s'".formatted(column, day));
  }

  void report(Report report) {
    Book first = books.getFirst();
    for (Book book : books) {
      report(report, "end of an ordinary day", book, first.ordinary(), book.ordinary());
      report(
          report,
          "end of a day after a month, an instalment late",
          book,
          first.busy(),
          book.busy());
    }
  }

  private static void report(Report report, String what, Book book, Day ofFirst, Day day) {
    String measure = "%s of %,d loans".formatted(what, book.loans());
    Verdict rate = Verdict.countAtLeast(LOANS_PER_SECOND, day.loansPerSecond(), "loans/s");
    if (day.equals(ofFirst)) {
      report.value(measure, day.toString(), rate);
    } else {
      report.value(
          measure,
          day.toString(),
          rate,
          Verdict.atLeast(
              "0.7", day.loansPerSecond(), ofFirst.loansPerSecond(), "x the rate of the few"));
    }
  }
}
