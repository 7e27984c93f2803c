package io.cascadeledger.api.endofday;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.cascadeledger.api.endofday.DayProgress.Status;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.loan.ServicedLoans;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings all loans of a tenant that the ledger services to the end of a business day, in the
 * background. The run is kept in the database: whichever node is asked says how far it is, only one
 * is at it, and another goes on with it once that one has gone. Its methods block.
 */
public final class DayClosing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DayClosing.class);
  private static final long BEAT_MILLIS = DayRuns.PATIENCE.toMillis() / 5;
  private static final long LAST_PAGE_SECONDS = 10;

  private final LoanDays days;
  private final ServicedLoans serviced;
  private final DayRuns runs;
  private final Supplier<PostingTime> clock;
  private final Runnable upToDate;
  private final Set<DayRun> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("business-days").unstarted(task));
  private volatile boolean closed;

  /**
   * Closes days of the loans that a projection knows of.
   *
   * @param database where the projection and the runs are
   * @param upToDate waits until the projections know all that was stored before; throws if that
   *     takes too long
   */
  public DayClosing(
      Loans loans, JdbcClient database, Supplier<PostingTime> clock, Runnable upToDate) {
    this.days = new LoanDays(loans);
    this.serviced = new ServicedLoans(database);
    this.runs = new DayRuns(database);
    this.clock = clock;
    this.upToDate = upToDate;
    var _ = pulse.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, MILLISECONDS);
  }

  /**
   * Begins a run, or takes up one that was broken off; unless one is under way for the same day.
   *
   * @param metadata who asks, by the names of {@link EventMetadata}
   * @return how far it is
   */
  public DayProgress begin(String tenant, LocalDate date, Map<String, String> metadata) {
    runs.take(tenant, date, metadata.get(EventMetadata.ACTOR))
        .ifPresent(
            run -> {
              underWay.add(run);
              runners.execute(() -> run(run, metadata));
            });
    return runs.last(tenant, date).orElseThrow();
  }

  /** How far the last run for a day is; empty if there was none. */
  public Optional<DayProgress> progress(String tenant, LocalDate date) {
    return runs.last(tenant, date);
  }

  /** How far the last run for each day is, by date; days without a run are left out. */
  public List<DayProgress> between(String tenant, LocalDate from, LocalDate to) {
    return runs.between(tenant, from, to);
  }

  private void run(DayRun run, Map<String, String> metadata) {
    Status outcome = Status.FAILED;
    try {
      upToDate.run();
      run.begin(serviced.count(run.id().tenant()));
      outcome = goThrough(run, metadata);
      if (outcome == Status.COMPLETED) {
        showToReaders(run.id().day());
      }
    } catch (RuntimeException e) {
      LOG.error("the end of a business day was broken off: {}", run.id(), e);
    } catch (InterruptedException e) {
      outcome = Status.BROKEN_OFF;
    } finally {
      underWay.remove(run);
      end(run, outcome);
    }
  }

  private Status goThrough(DayRun run, Map<String, String> metadata) throws InterruptedException {
    String tenant = run.id().tenant();
    List<UUID> page = serviced.after(tenant, run.reached().last(), LoanDays.PAGE);
    while (!page.isEmpty()) {
      run.reach(page.getLast(), days.close(commands(run.id(), page), metadata));
      if (!runs.save(run)) {
        run.lose();
      }
      if (closed || run.isLost()) {
        return Status.BROKEN_OFF;
      }
      page = serviced.after(tenant, page.getLast(), LoanDays.PAGE);
    }
    return Status.COMPLETED;
  }

  private List<CloseLoanDay> commands(DayRun.Id run, List<UUID> page) {
    PostingTime time = clock.get();
    return page.stream()
        .map(id -> new CloseLoanDay(new LoanId(run.tenant(), id), run.day(), time))
        .toList();
  }

  /** Who asks for a balance once the day is closed sees it closed, if the projections keep up. */
  private void showToReaders(LocalDate date) {
    try {
      upToDate.run();
    } catch (RuntimeException e) {
      LOG.warn("the end of {} is stored, but cannot be read yet", date, e);
    }
  }

  private void end(DayRun run, Status outcome) {
    try {
      if (run.isLost() || !runs.end(run, outcome)) {
        LOG.warn("another node has gone on with the end of a business day: {}", run.id());
      }
    } catch (RuntimeException e) {
      LOG.error("how the end of a business day ended could not be stored: {}", run.id(), e);
    }
  }

  private void beat() {
    for (DayRun run : underWay) {
      try {
        if (!runs.beat(run) && underWay.contains(run)) {
          run.lose();
        }
      } catch (RuntimeException e) {
        LOG.warn("no sign of life could be given of {}", run.id(), e);
      }
    }
  }

  /** Ends the runs of this node after the loans that they are at; another node may go on. */
  @Override
  public void close() {
    closed = true;
    runners.shutdown();
    try {
      if (!runners.awaitTermination(LAST_PAGE_SECONDS, SECONDS)) {
        runners.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pulse.shutdownNow();
    days.close();
  }
}
