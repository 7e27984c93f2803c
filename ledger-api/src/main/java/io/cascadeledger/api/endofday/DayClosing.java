package io.cascadeledger.api.endofday;

import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.eventstore.EventMetadata;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.loan.ServicedLoans;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all loans of a tenant that the ledger services to the end of a business day. A run that
 * was broken off is simply asked for again: a loan that is there already brings no event. Several
 * nodes may be asked; they do the same work twice, but not to the books.
 */
public final class DayClosing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DayClosing.class);

  /** How many loans are handled in one unit of work, and stored by one insert. */
  private static final int LOANS_TOGETHER = 200;

  private static final int WORKERS = 2;
  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 50;

  private final Loans loans;
  private final ServicedLoans serviced;
  private final Supplier<PostingTime> clock;
  private final Runnable upToDate;
  private final Map<Day, DayRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  private record Day(String tenant, LocalDate date) {}

  /**
   * Closes days of the loans that a projection knows of.
   *
   * @param upToDate waits until the projections know all that was stored before; throws if that
   *     takes too long
   */
  public DayClosing(
      Loans loans, ServicedLoans serviced, Supplier<PostingTime> clock, Runnable upToDate) {
    this.upToDate = upToDate;
    this.loans = loans;
    this.serviced = serviced;
    this.clock = clock;
  }

  /**
   * Begins a run, unless one is under way for the same day.
   *
   * @param metadata who asks, by the names of {@link EventMetadata}
   * @return how far it is
   */
  public DayProgress begin(String tenant, LocalDate date, Map<String, String> metadata) {
    DayRun fresh = new DayRun(date);
    DayRun run =
        runs.compute(
            new Day(tenant, date), (_, old) -> old != null && old.isRunning() ? old : fresh);
    if (run == fresh) {
      runs.keySet().removeIf(day -> runs.size() > Limits.DAY_RUNS && !runs.get(day).isRunning());
      runners.execute(() -> run(run, tenant, date, metadata));
    }
    return run.progress();
  }

  /** How far the last run for a day is that this node has begun; empty if there was none. */
  public Optional<DayProgress> progress(String tenant, LocalDate date) {
    return Optional.ofNullable(runs.get(new Day(tenant, date))).map(DayRun::progress);
  }

  private void run(DayRun run, String tenant, LocalDate date, Map<String, String> metadata) {
    try {
      upToDate.run();
      run.begin(serviced.count(tenant));
      UUID last = null;
      List<UUID> page = serviced.after(tenant, null, LOANS_TOGETHER * WORKERS);
      while (!page.isEmpty()) {
        close(run, tenant, date, page, metadata);
        last = page.getLast();
        page = serviced.after(tenant, last, LOANS_TOGETHER * WORKERS);
      }
      showToReaders(date);
      run.end(DayProgress.COMPLETED);
    } catch (RuntimeException e) {
      LOG.error("the end of {} of {} was broken off", date, tenant, e);
      run.end(DayProgress.FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.end(DayProgress.FAILED);
    }
  }

  /** Who asks for a balance once the day is closed sees it closed, if the projections keep up. */
  private void showToReaders(LocalDate date) {
    try {
      upToDate.run();
    } catch (RuntimeException e) {
      LOG.warn("the end of {} is stored, but cannot be read yet", date, e);
    }
  }

  private void close(
      DayRun run, String tenant, LocalDate date, List<UUID> page, Map<String, String> metadata)
      throws InterruptedException {
    PostingTime time = clock.get();
    List<CloseLoanDay> commands =
        page.stream().map(id -> new CloseLoanDay(new LoanId(tenant, id), date, time)).toList();
    int half = Math.min(commands.size(), LOANS_TOGETHER);
    Future<?> first = workers.submit(() -> close(run, commands.subList(0, half), metadata));
    Future<?> second =
        workers.submit(() -> close(run, commands.subList(half, commands.size()), metadata));
    try {
      first.get();
      second.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void close(DayRun run, List<CloseLoanDay> commands, Map<String, String> metadata) {
    if (commands.isEmpty()) {
      return;
    }
    try {
      run.closed(commands.size(), loans.handleTogether(commands, metadata));
    } catch (RuntimeException e) {
      LOG.debug("loans are taken one by one, because not all could be handled together", e);
      commands.forEach(command -> closeAlone(run, command, metadata));
    }
  }

  private void closeAlone(DayRun run, CloseLoanDay command, Map<String, String> metadata) {
    for (int attempt = 1; ; attempt++) {
      try {
        run.closed(1, loans.handleTogether(List.of(command), metadata));
        return;
      } catch (Refused e) {
        run.refused(command.loan().value(), e);
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE_MILLIS * attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    runners.shutdownNow();
    workers.shutdownNow();
  }
}
