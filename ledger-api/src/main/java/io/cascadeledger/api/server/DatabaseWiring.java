package io.cascadeledger.api.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cascadeledger.api.database.DatabaseAddress;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.StringUtils;

/** The database and the ways into it: a pool for blocking work, one for queries, one for events. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

  private static final int CONNECTIONS = 16;
  private static final int QUERY_CONNECTIONS = 10;

  /** Whoever supervises the process starts it anew; a server without a database serves nobody. */
  private static void endWithoutDatabase() {
    Thread.ofPlatform().name("end").start(() -> System.exit(1));
  }

  @Bean
  HikariDataSource dataSource(Database database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.migrated());
    if (database.embedded() != null) {
      database.embedded().watch(DatabaseWiring::endWithoutDatabase);
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    config.setPoolName("ledger");
    // A plan that was made while a table was empty would read the whole of it once it has grown.
    config.setConnectionInitSql("SET plan_cache_mode = force_custom_plan");
    return new HikariDataSource(config);
  }

  @Bean
  JdbcTransactionManager transactionManager(HikariDataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  JdbcTemplate jdbcTemplate(HikariDataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool queryConnections(LedgerSettings settings, Database database) {
    DatabaseAddress address =
        StringUtils.hasText(settings.readDatabaseUrl())
            ? Database.parse(settings.readDatabaseUrl())
            : database.address();
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(new QuickPlans(reactive(address)))
            .maxSize(QUERY_CONNECTIONS)
            .initialSize(0)
            .maxAcquireTime(Duration.ofSeconds(5))
            .build());
  }

  private static ConnectionFactory reactive(DatabaseAddress address) {
    ConnectionFactoryOptions.Builder options =
        ConnectionFactoryOptions.builder()
            .option(ConnectionFactoryOptions.DRIVER, "postgresql")
            .option(ConnectionFactoryOptions.HOST, address.host())
            .option(ConnectionFactoryOptions.PORT, address.port())
            .option(ConnectionFactoryOptions.DATABASE, address.database());
    String user = address.user() == null ? System.getProperty("user.name") : address.user();
    options.option(ConnectionFactoryOptions.USER, user);
    if (address.password() != null) {
      options.option(ConnectionFactoryOptions.PASSWORD, address.password());
    }
    if (address.parameters().containsKey("sslmode")) {
      options.option(Option.valueOf("sslMode"), address.parameters().get("sslmode"));
    }
    return ConnectionFactories.get(options.build());
  }

  @Bean
  DatabaseClient queries(ConnectionPool queryConnections) {
    return DatabaseClient.create(queryConnections);
  }
}
