package io.cascadeledger.api.audit;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.audit.Findings;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adds up the lines of all entries, account by account, and compares the sums with the totals that
 * balances are read from. It shares nothing with the projection that makes those.
 */
final class VolumeCheck {

  private final long upTo;
  private final Map<Account, Volume> volumes = new HashMap<>();

  private record Account(String tenant, String code, String currency, String layer) {}

  private record Volume(BigInteger debit, BigInteger credit) {
    private static final Volume NONE = new Volume(BigInteger.ZERO, BigInteger.ZERO);

    Volume plus(Line line) {
      BigInteger amount = BigInteger.valueOf(line.amount().minorUnits());
      return line.side() == Side.DEBIT
          ? new Volume(debit.add(amount), credit)
          : new Volume(debit, credit.add(amount));
    }

    @Override
    public String toString() {
      return "debits %s, credits %s".formatted(debit, credit);
    }
  }

  /**
   * Adds up lines.
   *
   * @param upTo as far as the totals have been made
   */
  VolumeCheck(long upTo) {
    this.upTo = upTo;
  }

  void add(RecordedEvent event) {
    if (event.position() <= upTo
        && event.event() instanceof BookedEvent booked
        && booked.entry() != null) {
      for (Line line : booked.entry().lines().list()) {
        Account account =
            new Account(
                booked.tenant(),
                line.account().value(),
                line.amount().currency().getCurrencyCode(),
                booked.bookedIn().name().toLowerCase(Locale.ROOT));
        volumes.put(account, volumes.getOrDefault(account, Volume.NONE).plus(line));
      }
    }
  }

  void compare(Connection connection, Findings findings) throws SQLException {
    Map<Account, Volume> kept = read(connection);
    Set<Account> accounts = new HashSet<>(volumes.keySet());
    accounts.addAll(kept.keySet());
    for (Account account : accounts) {
      Volume made = volumes.getOrDefault(account, Volume.NONE);
      Volume is = kept.getOrDefault(account, Volume.NONE);
      if (!made.equals(is)) {
        findings.add(
            Mismatch.VOLUME_MISMATCH,
            "account %s of %s in %s%s has %s; its lines have %s"
                .formatted(
                    account.code(),
                    account.tenant(),
                    account.currency(),
                    account.layer().equals("settled") ? "" : " (" + account.layer() + ")",
                    is,
                    made));
      }
    }
  }

  private static Map<Account, Volume> read(Connection connection) throws SQLException {
    Map<Account, Volume> kept = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT tenant, account_code, currency, layer, sum(debit_minor), sum(credit_minor)"
                    + " FROM account_daily_total GROUP BY tenant, account_code, currency, layer")) {
      while (row.next()) {
        kept.put(
            new Account(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
            new Volume(
                row.getBigDecimal(5).toBigIntegerExact(),
                row.getBigDecimal(6).toBigIntegerExact()));
      }
    }
    return kept;
  }
}
