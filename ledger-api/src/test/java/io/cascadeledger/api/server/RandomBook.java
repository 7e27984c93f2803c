package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Random things that happen to a lender's loans and books, day by day and now and then for a day
 * before. What people write has all the characters that a tool could stumble over.
 */
final class RandomBook {

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 15);

  private static final String STRANGE = "a, b; [2026-01-01] | \\\"x\\\" %2C ü\\n=c:";

  private final Tenant lender;
  private final Random random;
  private final List<UUID> dollars = new ArrayList<>();
  private final List<UUID> yen = new ArrayList<>();
  private LocalDate day = FIRST_DAY;
  private int days;

  private RandomBook(Tenant lender, long seed) {
    this.lender = lender;
    this.random = new Random(seed);
  }

  /**
   * Writes a book.
   *
   * @param loans how many loans there are; most have an entry or two each day
   * @param days for how many days
   */
  static void write(Tenant lender, long seed, int loans, int days) {
    RandomBook book = new RandomBook(lender, seed);
    book.nameAccounts();
    for (int i = 0; i < loans; i++) {
      book.open();
    }
    for (int i = 0; i < days; i++) {
      book.day = book.day.plusDays(1);
      book.days++;
      book.live();
    }
  }

  private void nameAccounts() {
    String cash =
        """
        {"account_code": "1000", "account_name": "Cash; Clearing, [Bank] äö  x",
         "account_type": "asset", "kind": "clearing"}""";
    lender
        .put(
            "/v1/chart-of-accounts",
            "{\"accounts\": [%s, %s]}".formatted(cash, BooksBodies.account("1910", "")))
        .expect(201);
  }

  private void open() {
    UUID loan = UUID.randomUUID();
    boolean inYen = random.nextInt(4) == 0;
    (inYen ? yen : dollars).add(loan);
    lender.post("/v1/loans", in(inYen, Bodies.loan(loan))).expect(201);
    lender
        .post(
            "/v1/disbursements",
            in(inYen, Bodies.disbursement(loan, 100_000 + random.nextInt(900_000)))
                .replace("\"web\"", "\"" + STRANGE + "\""))
        .expect(201);
  }

  private static String in(boolean inYen, String body) {
    return inYen ? body.replace("USD", "JPY") : body;
  }

  private void live() {
    accrue(dollars);
    accrue(yen);
    pay();
    switch (random.nextInt(8)) {
      case 0 -> fee();
      case 1, 2 -> writeEntry();
      case 3 -> reversePayment();
      case 4 -> payBefore();
      case 5 -> payPending();
      case 6 -> writeEntryOfAnotherLayer();
      default -> {
        // A quiet day.
      }
    }
  }

  private void accrue(List<UUID> loans) {
    if (loans.isEmpty()) {
      return;
    }
    List<String> items = new ArrayList<>();
    for (UUID loan : loans) {
      items.add(
          """
          {"loan_id": "%s", "outstanding_principal_minor": "1", "interest_minor": "%d"}"""
              .formatted(loan, 1 + random.nextInt(500)));
    }
    lender
        .post(
            "/v1/accruals/batch",
            "{\"program_id\": \"p\", \"accrual_date\": \"%s\", \"loans\": [%s]}"
                .formatted(day, String.join(", ", items)))
        .expect(201);
  }

  private void pay() {
    List<String> lines = new ArrayList<>();
    for (UUID loan : dollars) {
      lines.add(payment(loan, false));
    }
    for (UUID loan : yen) {
      lines.add(payment(loan, true));
    }
    Batch.post(lender, lines)
        .forEach(it -> assertThat(it.path("status").asInt()).as("%s", it).isEqualTo(201));
  }

  private String payment(UUID loan, boolean inYen) {
    return in(inYen, Batch.line(Tenant.newKey(), loan, 1 + random.nextInt(1_500), day.toString()));
  }

  private UUID anyDollars() {
    return dollars.get(random.nextInt(dollars.size()));
  }

  private void fee() {
    String fee =
        Bodies.fee(1 + random.nextInt(900), day.toString())
            .replace("}", ", \"description\": \"" + STRANGE + "\"}");
    lender.post("/v1/loans/" + anyDollars() + "/fees", fee).expect(201);
  }

  private void writeEntry() {
    long minor = 1L + random.nextInt(10_000);
    LocalDate when = day.minusDays(random.nextInt(30));
    String entry =
        BooksBodies.entry(
                when.toString(),
                line("1910", "DR", minor, "USD"),
                line("1000", "CR", minor, "USD"),
                line("5900", "DR", 7, "KWD"),
                line("1910", "CR", 7, "KWD"))
            .replace("A fee of the bank", STRANGE)
            .replace("\"case\"", "\"Case, no: 1\"");
    lender.post("/v1/journal-entries", entry).expect(201);
  }

  private void reversePayment() {
    Reply paid =
        lender
            .post("/v1/payments", Bodies.payment(anyDollars(), 1_000, day.toString()))
            .expect(201);
    String reversal =
        Bodies.reversal(paid.id("journal_entry_id")).replace("2026-05-02", day.toString());
    lender.post("/v1/reversals", reversal).expect(201);
  }

  /** It is settled, voided or still pending in the end. */
  private void payPending() {
    String body =
        Bodies.payment(anyDollars(), 900, day.toString())
            .replaceFirst("}$", ", \"layer\": \"PENDING\"}");
    String payment = lender.post("/v1/payments", body).expect(201).text("payment_event_id");
    switch (random.nextInt(3)) {
      case 0 -> lender.post("/v1/payments/" + payment + "/settle", "{}").expect(201);
      case 1 ->
          lender
              .post("/v1/payments/" + payment + "/void", "{\"reason_code\": \"returned\"}")
              .expect(201);
      default -> {
        // Nothing of it is in what is exported.
      }
    }
  }

  private void writeEntryOfAnotherLayer() {
    String entry =
        BooksBodies.entry(
                day.toString(), line("1910", "DR", 11, "USD"), line("5900", "CR", 11, "USD"))
            .replaceFirst(
                "\\{",
                "{\"layer\": \"%s\", ".formatted(random.nextBoolean() ? "PENDING" : "ENCUMBRANCE"));
    lender.post("/v1/journal-entries", entry).expect(201);
  }

  /** Restates what came since. */
  private void payBefore() {
    LocalDate before = day.minusDays(random.nextInt(Math.min(5, days + 1)));
    lender.post("/v1/payments", Bodies.payment(anyDollars(), 700, before.toString())).expect(201);
  }
}
