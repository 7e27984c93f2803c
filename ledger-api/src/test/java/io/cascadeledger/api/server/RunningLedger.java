package io.cascadeledger.api.server;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one server that the tests share, on a real database. Each test has a tenant of its own. */
final class RunningLedger {

  /** Of 32 zeros: what is sealed here is nobody's. */
  private static final String MASTER_KEY = "A".repeat(43) + "=";

  static final TestDatabase DATABASE = TestDatabase.create();
  static final LedgerServer SERVER = start(DATABASE.url());
  static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE.dataSource());

  private static final AtomicInteger TENANTS = new AtomicInteger();

  private RunningLedger() {}

  /** Another server, on a free port. */
  static LedgerServer start(String databaseUrl) {
    return start(databaseUrl, Map.of());
  }

  static LedgerServer start(String databaseUrl, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("server.port", 0);
    all.put("ledger.database-url", databaseUrl);
    all.putIfAbsent("ledger.sealing.master-key", MASTER_KEY);
    all.put("spring.main.log-startup-info", false);
    all.putIfAbsent("ledger.checkpoint-interval", "200ms");
    return LedgerServer.start(all);
  }

  /** A tenant without loans, whose token has every scope. */
  static Tenant newTenant() {
    return newTenant(Scopes.DESCRIPTIONS.keySet());
  }

  static Tenant newTenant(Set<String> scopes) {
    return Tenant.of(SERVER, "tenant-" + TENANTS.incrementAndGet(), scopes);
  }

  /** How many events there are, of all tenants. */
  static long events() {
    return JDBC.queryForObject("SELECT count(*) FROM events", Long.class);
  }

  static long eventsOf(Tenant tenant) {
    return JDBC.queryForObject(
        "SELECT count(*) FROM events WHERE tenant = ?", Long.class, tenant.name());
  }
}
