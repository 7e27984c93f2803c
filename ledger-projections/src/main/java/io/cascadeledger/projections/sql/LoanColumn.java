package io.cascadeledger.projections.sql;

import io.cascadeledger.loan.event.LoanId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a table says of each loan once and for all. Of loans that were wanted lately it is in
 * memory; the rest is looked up, all that is missing at once. It may be told what is not yet, or
 * never will be, committed, because the same events say the same again.
 */
public final class LoanColumn {

  /** At about 150 bytes each. */
  private static final int LOANS_IN_MEMORY = 50_000;

  private final JdbcTemplate jdbc;
  private final String lookUp;
  private Map<LoanId, UUID> lately = new HashMap<>();
  private Map<LoanId, UUID> before = Map.of();

  /**
   * A column of which nothing is in memory.
   *
   * @param jdbc the database, in the transaction of the chunk
   * @param table a table of all loans
   * @param column a column of identifiers that are never null and never change
   */
  public LoanColumn(JdbcTemplate jdbc, String table, String column) {
    this.jdbc = jdbc;
    this.lookUp =
        """
        SELECT tenant, loan_id,
               (SELECT %2$s FROM %1$s l
                 WHERE l.tenant = wanted.tenant AND l.loan_id = wanted.loan_id)
          FROM unnest(?::text[], ?::uuid[]) AS wanted (tenant, loan_id)
        """
            .formatted(table, column);
  }

  /** Notes what is written of a loan. */
  public synchronized void put(LoanId loan, UUID value) {
    if (lately.size() >= LOANS_IN_MEMORY / 2) {
      before = lately; // and what was there before is forgotten
      lately = new HashMap<>();
    }
    lately.put(loan, value);
  }

  /**
   * What the table says of some loans.
   *
   * @throws IllegalStateException if it does not have one of them
   */
  public synchronized Map<LoanId, UUID> of(Collection<LoanId> loans) {
    Map<LoanId, UUID> known = HashMap.newHashMap(loans.size());
    List<LoanId> missing = new ArrayList<>();
    for (LoanId loan : loans) {
      UUID value = inMemory(loan);
      if (value == null) {
        missing.add(loan);
      } else {
        known.put(loan, value);
      }
    }
    if (!missing.isEmpty()) {
      lookUp(missing, known);
    }
    return known;
  }

  private UUID inMemory(LoanId loan) {
    UUID value = lately.get(loan);
    if (value == null) {
      value = before.get(loan);
      if (value != null) {
        put(loan, value);
      }
    }
    return value;
  }

  private void lookUp(List<LoanId> missing, Map<LoanId, UUID> known) {
    jdbc.query(
        lookUp,
        statement -> {
          statement.setArray(
              1,
              statement
                  .getConnection()
                  .createArrayOf("text", missing.stream().map(LoanId::tenant).toArray()));
          statement.setArray(
              2,
              statement
                  .getConnection()
                  .createArrayOf("uuid", missing.stream().map(LoanId::value).toArray()));
        },
        row -> {
          LoanId loan = new LoanId(row.getString(1), row.getObject(2, UUID.class));
          UUID value = row.getObject(3, UUID.class);
          if (value == null) {
            throw new IllegalStateException("the loan was never opened: " + loan);
          }
          known.put(loan, value);
          put(loan, value);
        });
  }
}
