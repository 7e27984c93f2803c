package io.cascadeledger.api.debtor;

import io.cascadeledger.api.debtor.AcceptedActions.Action;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was accepted to be done later. One server of a ledger does it at a time, so that what
 * is for one account is done in the order in which it was accepted; others take over when it is
 * gone.
 */
final class ActionWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ActionWorker.class);
  private static final String LOCK = "SELECT pg_try_advisory_lock(7361429002)";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(7361429002)";
  private static final int AT_ONCE = 256;
  private static final long PAUSE_MILLIS = 500;

  private final DataSource database;
  private final AcceptedActions actions;
  private final Consumer<Action> work;
  private final Semaphore accepted = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to work.
   *
   * @param database where the lock is
   * @param work does one action and notes how it went
   */
  ActionWorker(DataSource database, AcceptedActions actions, Consumer<Action> work) {
    this.database = database;
    this.actions = actions;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name("accepted-actions").start(this::run);
  }

  /** Something was accepted here just now. */
  void wake() {
    accepted.release();
  }

  private void run() {
    while (!closed) {
      try {
        accepted.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        accepted.drainPermits();
        if (!closed) {
          workIfFirst();
        }
      } catch (InterruptedException _) {
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.warn("what was accepted waits: {}", e.toString());
      }
    }
  }

  private void workIfFirst() throws SQLException, InterruptedException {
    if (actions.waiting(1).isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      if (!isTrue(connection, LOCK)) {
        return;
      }
      try {
        List<Action> waiting = actions.waiting(AT_ONCE);
        while (!closed && !waiting.isEmpty()) {
          work(waiting);
          waiting = actions.waiting(AT_ONCE);
        }
      } finally {
        isTrue(connection, UNLOCK);
      }
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Those in sequence one by one; others side by side, but those for one reference in order. */
  private void work(List<Action> waiting) throws InterruptedException {
    Map<String, List<Action>> together = new LinkedHashMap<>();
    for (Action action : waiting) {
      if (action.inSequence()) {
        workTogether(together);
        work.accept(action);
      } else {
        together
            .computeIfAbsent(action.tenant() + "/" + action.reference(), _ -> new ArrayList<>())
            .add(action);
      }
    }
    workTogether(together);
  }

  private void workTogether(Map<String, List<Action>> together) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> begun = new ArrayList<>();
      together.values().forEach(list -> begun.add(threads.submit(() -> list.forEach(work))));
      for (Future<?> task : begun) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    together.clear();
  }

  /** Begins nothing any more, and ends when what was begun is done. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
