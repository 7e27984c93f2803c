package io.cascadeledger.api.server;

import io.cascadeledger.api.endofday.DayClosing;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of business days. */
@Configuration(proxyBeanMethods = false)
class DayWiring {

  /** How long the end of a day waits for the list of loans. */
  private static final Duration CATCHING_UP = Duration.ofSeconds(30);

  @Bean
  DayClosing dayClosing(
      Loans loans,
      DataSource dataSource,
      BusinessClock clock,
      ProjectionPositions positions,
      EventStorage storage) {
    return new DayClosing(
        loans, JdbcClient.create(dataSource), clock::now, () -> catchUp(positions, storage));
  }

  private static void catchUp(ProjectionPositions positions, EventStorage storage) {
    TrackingToken head = storage.createHeadToken();
    long last = head == null ? 0 : head.position().orElse(0);
    for (String name :
        List.of(LoanProjection.NAME, BalanceProjection.NAME, JournalProjection.NAME)) {
      Long reached = positions.await(name, last, CATCHING_UP).block();
      if (reached == null || reached < last) {
        throw new IllegalStateException("the projection " + name + " is behind");
      }
    }
  }
}
