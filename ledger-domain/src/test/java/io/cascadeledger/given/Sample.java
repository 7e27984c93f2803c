package io.cascadeledger.given;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.time.PostingTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** The names, dates and currencies that tests share. */
public final class Sample {
  public static final String TENANT = "northwind";
  public static final Currency USD = Currency.getInstance("USD");
  public static final Currency JPY = Currency.getInstance("JPY");
  public static final Currency KWD = Currency.getInstance("KWD");
  public static final LoanId LOAN = loan("loan");
  public static final UUID BORROWER = id("borrower");

  /** The day on which sample loans are opened. */
  public static final LocalDate OPENED = LocalDate.of(2026, 1, 5);

  /** The business date on which sample commands are received, and the day their effect counts. */
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  public static final PostingTime NOW =
      new PostingTime(Instant.parse("2026-03-31T09:15:30.000001Z"), TODAY);

  private Sample() {}

  /** An identifier that is always the same for a name. */
  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The identity of a loan of the sample tenant. */
  public static LoanId loan(String name) {
    return new LoanId(TENANT, id(name));
  }

  /** The identifier of the journal entry of a movement that is known by a name. */
  public static UUID entryId(String movement) {
    return id("entry of " + movement);
  }
}
