package io.cascadeledger.api.debtor;

import io.cascadeledger.api.debtor.ClaimContents.Currencies;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.security.ScopeRule;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.projections.debtor.AccountView;
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
        writes(
            new PersonReader(
                (tenant, subject, content) -> subjects.obtain(tenant, subject).seal(content)),
            (tenant, account) ->
                accounts.withoutEntries(tenant, account).map(AccountView::currency).block(),
            clock,
            new MatchedPayments(accounts, caughtUp)::entries);
    Groups groups = new Groups(posting);
    ClaimPlaces places = new ClaimPlaces(claims, caughtUp);
    this.later = new Later(database, subjects, groups, places, clock, writes);
    ReadHandler reads = new ReadHandler(accounts, claims, people, caughtUp, clock);
    Triggers triggers = new Triggers(posting, clock);
    StoredFiles stored = new StoredFiles(JdbcClient.create(database), subjects);
    Files files = new Files(stored, accounts, caughtUp, triggers, clock, threads);
    this.routes =
        new DebtorRoutes(new RateLimit(requestsPerSecond, System::nanoTime), threads)
            .posting(new WriteHandler(groups, places, later, clock, threads), writes)
            .doing("erase_debtor", new Erasure(people, stored, accounts, claims, caughtUp)::erase)
            .taking("upload_files", files::upload)
            .reading("get_account", triggers.withAccount(reads::account))
            .reading("get_account_claims", triggers.withAccount(reads::claims))
            .reading(
                "get_debtor_accounts_and_claims",
                triggers.with(reads::accountsOfDebtor, (_, answer) -> answer.accounts()))
            .reading("get_account_mandates", triggers.withAccount(reads::mandates))
            .reading("get_account_files", files::list)
            .fetching("get_file", files::content)
            .reading("get_promises_to_pay", reads::promises)
            .reading("get_action", later::action)
            .reading("get_events", new EventReads(new EventQueries(queries), caughtUp)::page);
  }

  /** The operations that post. */
  static List<Write> writes(
      PersonReader people, Currencies currencies, BusinessClock clock, Write.Data matched) {
    ClaimContents contents = new ClaimContents(people, currencies, clock);
    return Stream.concat(
            new AccountWrites(people, clock, matched).all().stream(),
            new ClaimWrites(contents).all().stream())
        .toList();
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
