package io.cascadeledger.api.server;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.api.debtor.DebtorDescription;
import io.cascadeledger.api.debtor.DebtorSurface;
import io.cascadeledger.api.description.DocsPage;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.sealing.DataSubjects;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Debtor accounts and claims: what reads them, and the surface for collections platforms. */
@Configuration(proxyBeanMethods = false)
class DebtorWiring {

  @Bean
  DebtorProjection debtorProjection(JdbcTemplate jdbc) {
    return new DebtorProjection(jdbc);
  }

  @Bean
  DebtorSurface debtorSurface(
      Posting posting,
      StoredRequests events,
      ProjectionPositions positions,
      DataSource dataSource,
      DatabaseClient queries,
      DataSubjects subjects,
      BusinessClock clock,
      LedgerSettings settings) {
    return new DebtorSurface(
        posting,
        events,
        positions,
        dataSource,
        queries,
        subjects,
        clock,
        settings.readWait(),
        settings.debtorRequestsPerSecond());
  }

  @Bean
  RouterFunction<ServerResponse> debtorDocumentation() {
    return DocsPage.routes(
        "collections", () -> new DebtorDescription(BuildInfo.CURRENT.version()).toJson());
  }

  @Bean
  RouterFunction<ServerResponse> debtorRoutes(DebtorSurface debtorSurface) {
    return debtorSurface.routes();
  }
}
