package io.cascadeledger.api.debtor;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.security.ScopeRule;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.projections.debtor.ClaimQueries;
import io.cascadeledger.projections.debtor.EventQueries;
import io.cascadeledger.sealing.DataSubjects;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The surface for collections platforms, put together. It does what it has accepted until closed.
 */
public final class DebtorSurface implements AutoCloseable {

  private final Later later;
  private final DebtorRoutes routes;

  /**
   * Puts the surface together.
   *
   * @param queries the database that answers queries
   * @param bound how long a request waits for what is read at most
   * @param requestsPerSecond how many requests a client may make in a second
   */
  public DebtorSurface(
      Posting posting,
      StoredRequests events,
      ProjectionPositions positions,
      DataSource database,
      DatabaseClient queries,
      DataSubjects subjects,
      BusinessClock clock,
      Duration bound,
      int requestsPerSecond) {
    Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    AccountQueries accounts = new AccountQueries(queries);
    ClaimQueries claims = new ClaimQueries(queries);
    CaughtUp caughtUp = new CaughtUp(events, positions, bound);
    People people = new People(subjects);
    List<Write> writes =
        Stream.concat(
                new AccountWrites(people, clock, new MatchedPayments(accounts, caughtUp))
                    .all().stream(),
                new ClaimWrites(new ClaimContents(people, accounts, clock)).all().stream())
            .toList();
    Groups groups = new Groups(posting);
    ClaimPlaces places = new ClaimPlaces(claims, caughtUp);
    this.later = new Later(database, subjects, groups, places, clock, writes);
    ReadHandler reads = new ReadHandler(accounts, claims, people, caughtUp, clock);
    Files files =
        new Files(JdbcClient.create(database), subjects, accounts, caughtUp, clock, threads);
    this.routes =
        new DebtorRoutes(new RateLimit(requestsPerSecond, System::nanoTime), threads)
            .posting(new WriteHandler(groups, places, later, clock, threads), writes)
            .doing("erase_debtor", new Erasure(people)::erase)
            .taking("upload_files", files::upload)
            .reading("get_account", reads::account)
            .reading("get_account_claims", reads::claims)
            .reading("get_debtor_accounts_and_claims", reads::accountsOfDebtor)
            .reading("get_account_mandates", reads::mandates)
            .reading("get_promises_to_pay", reads::promises)
            .reading("get_action", later::action)
            .reading("get_events", new EventReads(new EventQueries(queries), caughtUp)::page);
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return routes.routes();
  }

  /** Which scope each operation needs. */
  public List<ScopeRule> scopes() {
    return routes.scopes();
  }

  @Override
  public void close() {
    later.close();
  }
}
