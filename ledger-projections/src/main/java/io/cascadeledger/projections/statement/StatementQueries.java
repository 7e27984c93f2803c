package io.cascadeledger.projections.statement;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * Reads statements of loans from the journal. The journal must have come as far as the balances,
 * which know the loans.
 */
public final class StatementQueries {

  /** Later than anything is posted. */
  private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

  private static final String LOAN =
      """
      SELECT head.currency, head.opened_on, loan.borrower_id
        FROM loan_balance_head head
        JOIN journal_loan loan USING (tenant, loan_id)
       WHERE head.tenant = :tenant AND head.loan_id = :loan AND head.opened_at <= :known_at
      """;

  private static final String SUMS =
      """
      SELECT e.effective_date < :from AS earlier, l.account_code,
             sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END) AS minor
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = :tenant AND e.loan_id = :loan AND e.position <= :position
         AND e.posted_at <= :known_at AND e.effective_date <= :to AND l.layer = 'settled'
       GROUP BY earlier, l.account_code
      """;

  private static final String POSITIONS =
      """
      SELECT position
        FROM journal_entry e
       WHERE tenant = :tenant AND loan_id = :loan AND position <= :position
         AND posted_at <= :known_at AND effective_date BETWEEN :from AND :to
         AND (SELECT l.layer FROM journal_line l
               WHERE l.position = e.position AND l.sequence = 1) = 'settled'
       ORDER BY effective_date, position
       LIMIT :limit
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public StatementQueries(DatabaseClient database) {
    this.database = database;
  }

  /** A loan as far as a statement names it. */
  private record Head(Currency currency, LocalDate openedOn, UUID borrowerId) {
    private Head(Readable row) {
      this(
          Currency.getInstance(row.get("currency", String.class)),
          row.get("opened_on", LocalDate.class),
          row.get("borrower_id", UUID.class));
    }
  }

  /** What was booked to an account, before the period or in it. */
  private record Sum(boolean earlier, AccountCode account, BigInteger minor) {
    private Sum(Readable row) {
      this(
          row.get("earlier", Boolean.class),
          new AccountCode(row.get("account_code", String.class)),
          row.get("minor", BigDecimal.class).toBigIntegerExact());
    }
  }

  /**
   * A statement.
   *
   * @return the statement, or empty if the tenant has no such loan, or had none then; it fails with
   *     {@link StatementTooLongException} if it would be too long
   */
  public Mono<Statement> of(StatementWanted wanted) {
    Instant knownAt = wanted.knownAt() == null ? ALWAYS : wanted.knownAt();
    return bound(LOAN, wanted.loan(), knownAt)
        .map(Head::new)
        .one()
        .flatMap(head -> of(wanted, knownAt, head));
  }

  private Mono<Statement> of(StatementWanted wanted, Instant knownAt, Head head) {
    LocalDate from = wanted.from() == null ? first(head.openedOn(), wanted.to()) : wanted.from();
    Mono<List<Sum>> sums =
        inPeriod(SUMS, wanted, knownAt, from).map(row -> new Sum(row)).all().collectList();
    Mono<List<Long>> positions =
        inPeriod(POSITIONS, wanted, knownAt, from)
            // One more than it may have tells whether it is too long.
            .bind("limit", wanted.linesMax() + 1)
            .map(row -> row.get("position", Long.class))
            .all()
            .collectList();
    return sums.zipWith(
        positions,
        (booked, found) -> {
          if (found.size() > wanted.linesMax()) {
            throw new StatementTooLongException(wanted.linesMax());
          }
          return statement(wanted, from, head, booked, new Positions(knownAt, found));
        });
  }

  private static LocalDate first(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** The entries of a statement. */
  private record Positions(Instant knownAt, List<Long> list) {}

  private Statement statement(
      StatementWanted wanted, LocalDate from, Head head, List<Sum> booked, Positions positions) {
    Map<AccountCode, BigInteger> earlier = new HashMap<>();
    Map<AccountCode, BigInteger> inPeriod = new HashMap<>();
    booked.forEach(it -> (it.earlier ? earlier : inPeriod).put(it.account, it.minor));
    LoanBalance opening = balance(earlier);
    LoanBalance closing = opening.plus(balance(inPeriod));
    StatementLines lines =
        new StatementLines(
            database, wanted.loan(), positions.knownAt, wanted.position(), positions.list);
    return new Statement(
        wanted.loan(),
        head.borrowerId(),
        head.currency(),
        from,
        wanted.to(),
        wanted.knownAt(),
        opening,
        closing,
        StatementTotals.of(inPeriod),
        positions.list.size(),
        lines.between(opening, closing));
  }

  private static LoanBalance balance(Map<AccountCode, BigInteger> booked) {
    return LoanBalance.of(
        account -> booked.getOrDefault(account, BigInteger.ZERO).longValueExact());
  }

  private GenericExecuteSpec inPeriod(
      String sql, StatementWanted wanted, Instant knownAt, LocalDate from) {
    return bound(sql, wanted.loan(), knownAt)
        .bind("position", wanted.position())
        .bind("from", from)
        .bind("to", wanted.to());
  }

  private GenericExecuteSpec bound(String sql, LoanId loan, Instant knownAt) {
    return database
        .sql(sql)
        .bind("tenant", loan.tenant())
        .bind("loan", loan.value())
        .bind("known_at", knownAt);
  }
}
