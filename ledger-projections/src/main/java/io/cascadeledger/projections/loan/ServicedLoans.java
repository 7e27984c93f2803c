package io.cascadeledger.projections.loan;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The loans that the ledger services and that are still on the books. Reading them blocks. */
public final class ServicedLoans {

  private final JdbcClient database;

  /** The loans of a projection. */
  public ServicedLoans(JdbcClient database) {
    this.database = database;
  }

  /** How many a tenant has. */
  public long count(String tenant) {
    return database
        .sql(
            """
            SELECT count(*)
              FROM loan
             WHERE tenant = :tenant AND interest_method IS NOT NULL AND closed_on IS NULL
            """)
        .param("tenant", tenant)
        .query(Long.class)
        .single();
  }

  /**
   * The next loans of a tenant, in the order of their identifiers.
   *
   * @param after the last loan that is known; null for the first ones
   * @param limit how many at most
   */
  public List<UUID> after(String tenant, UUID after, int limit) {
    return database
        .sql(
            """
            SELECT loan_id
              FROM loan
             WHERE tenant = :tenant AND interest_method IS NOT NULL AND closed_on IS NULL
               AND loan_id > COALESCE(:after, '00000000-0000-0000-0000-000000000000'::uuid)
             ORDER BY loan_id
             LIMIT :limit
            """)
        .param("tenant", tenant)
        .param("after", after, Types.OTHER)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }
}
