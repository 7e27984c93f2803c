package io.cascadeledger.api.endofday;

import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.refusal.Refused;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings loans to the end of a day, as many together as one insert should store. If one of them
 * refuses or meets another writer, they are taken one by one.
 */
final class LoanDays implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoanDays.class);

  /** How many loans are handled in one unit of work, and stored by one insert. */
  private static final int LOANS_TOGETHER = 200;

  private static final int WORKERS = 2;

  /** How many loans are best given at once. */
  static final int PAGE = LOANS_TOGETHER * WORKERS;

  /** Of a loan that is not refused for a reason, but fails. */
  private static final String INTERNAL_ERROR = ProblemCode.INTERNAL_ERROR.name();

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 50;

  private final Loans loans;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  LoanDays(Loans loans) {
    this.loans = loans;
  }

  /**
   * Brings each loan to the end of its day, and returns when all are there or have refused.
   *
   * @param commands one for each loan, at most {@link #PAGE}
   * @param metadata what is stored with each event
   * @throws IllegalStateException if that was not possible; some may be there all the same
   */
  PageOutcome close(List<CloseLoanDay> commands, Map<String, String> metadata)
      throws InterruptedException {
    PageOutcome page = new PageOutcome();
    int half = Math.min(commands.size(), LOANS_TOGETHER);
    Future<?> first = workers.submit(() -> close(page, commands.subList(0, half), metadata));
    Future<?> second =
        workers.submit(() -> close(page, commands.subList(half, commands.size()), metadata));
    try {
      first.get();
      second.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return page;
  }

  private void close(PageOutcome page, List<CloseLoanDay> commands, Map<String, String> metadata) {
    if (commands.isEmpty()) {
      return;
    }
    try {
      page.closed(commands.size(), loans.handleTogether(commands, metadata));
    } catch (RuntimeException e) {
      LOG.debug("loans are taken one by one, because not all could be handled together", e);
      commands.forEach(command -> closeAlone(page, command, metadata));
    }
  }

  private void closeAlone(PageOutcome page, CloseLoanDay command, Map<String, String> metadata) {
    for (int attempt = 1; ; attempt++) {
      try {
        page.closed(1, loans.handleTogether(List.of(command), metadata));
        return;
      } catch (Refused e) {
        page.refused(command.loan().value(), e.code().name(), e.getMessage());
        return;
      } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
        // Others must not wait for a loan whose numbers nobody has foreseen.
        LOG.error("the loan cannot be brought to the end of a day: {}", command, e);
        page.refused(command.loan().value(), INTERNAL_ERROR, "The server's log says why.");
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
    workers.shutdownNow();
  }
}
