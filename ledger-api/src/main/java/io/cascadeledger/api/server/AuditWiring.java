package io.cascadeledger.api.server;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.api.checkpoint.ProofEndpoints;
import io.cascadeledger.api.events.EventDescription;
import io.cascadeledger.api.events.EventDocs;
import io.cascadeledger.api.events.EventEndpoints;
import io.cascadeledger.api.events.EventStreams;
import io.cascadeledger.api.history.DebtorHistoryEndpoints;
import io.cascadeledger.api.history.LoanHistoryEndpoints;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.projection.ListProjectionsEndpoint;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.eventstore.seal.CheckpointKey;
import io.cascadeledger.eventstore.seal.SealedLog;
import io.cascadeledger.eventstore.seal.Sealer;
import io.cascadeledger.projections.loan.MovementQueries;
import io.cascadeledger.projections.rebuild.RebuildQueries;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What serves auditors: the events as they are stored, and the log sealed. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {

  /** The operations for auditors. */
  record AuditEndpoints(List<Endpoint> list) {}

  @Bean
  StoredEvents storedEvents(DataSource dataSource) {
    return new StoredEvents(dataSource);
  }

  @Bean
  EventStreams eventStreams(StoredEvents events, LiveEvents live) {
    return new EventStreams(events, live::announced);
  }

  /** The server waits for what it serves before it ends; nobody would end these. */
  @Bean
  ApplicationListener<ContextClosedEvent> endOfEventStreams(EventStreams streams) {
    return _ -> streams.close();
  }

  @Bean
  Sealer sealer(DataSource dataSource, Clock clock, LiveEvents live, LedgerSettings settings) {
    String file = settings.checkpointKey();
    CheckpointKey key = StringUtils.hasText(file) ? CheckpointKey.read(Path.of(file)) : null;
    return new Sealer(dataSource, key, clock, live::announced, settings.checkpointInterval());
  }

  @Bean
  SealedLog sealedLog(DataSource dataSource) {
    return new SealedLog(dataSource);
  }

  @Bean
  EventDescription eventDescription() {
    return new EventDescription(BuildInfo.CURRENT.version());
  }

  @Bean
  RouterFunction<ServerResponse> eventDocsRoutes(EventDescription description) {
    return EventDocs.routes(description);
  }

  @Bean
  AuditEndpoints auditEndpoints(
      EventStreams streams,
      StoredEvents events,
      SealedLog log,
      MovementQueries movements,
      DatabaseClient queries) {
    return new AuditEndpoints(
        Stream.of(
                EventEndpoints.all(streams),
                LoanHistoryEndpoints.all(events),
                DebtorHistoryEndpoints.all(events),
                List.<Endpoint>of(new ListProjectionsEndpoint(new RebuildQueries(queries))),
                ProofEndpoints.all(events, log, movements))
            .flatMap(List::stream)
            .toList());
  }
}
