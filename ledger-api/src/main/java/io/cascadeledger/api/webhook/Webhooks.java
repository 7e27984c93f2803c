package io.cascadeledger.api.webhook;

import io.cascadeledger.api.webhook.MessageQueue.Leased;
import io.cascadeledger.eventstore.StoredEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells subscribers of what happens: each message until it is acknowledged, those of one stream in
 * their order. Every node does; a message is sent by one of them at a time.
 */
public final class Webhooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private static final int SENDING_AT_ONCE = 64;
  private static final long LOOK_MILLIS = 250;
  private static final long LONG_LOOK_MILLIS = 2_000;

  /** How soon it is seen that a subscription was made on another node, which sends meanwhile. */
  private static final long SUBSCRIBERS_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long NEVER = Long.MIN_VALUE;

  /** How much longer than an attempt a message is leased. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Feed feed;
  private final MessageQueue queue;
  private final Subscriptions subscriptions;
  private final MessageBody bodies;
  private final Sender sender;
  private final WebhookSettings settings;
  private final Clock clock;
  private final LongSupplier newest;
  private final Semaphore free = new Semaphore(SENDING_AT_ONCE);
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;
  private final AtomicLong lookedNanos = new AtomicLong(NEVER);
  private boolean subscribed;
  private boolean watching;
  private long fed;
  private long heldUpNanos = System.nanoTime();

  /**
   * Begins to tell.
   *
   * @param newest the position of the newest event that is known
   */
  public Webhooks(
      DataSource dataSource,
      StoredEvents events,
      WebhookSettings settings,
      Clock clock,
      LongSupplier newest) {
    this.feed = new Feed(dataSource, clock);
    this.queue = new MessageQueue(dataSource);
    this.subscriptions = new Subscriptions(dataSource);
    this.bodies = new MessageBody(events);
    this.sender = new Sender(new Target(settings.privateAddresses()), settings.timeout());
    this.settings = settings;
    this.clock = clock;
    this.newest = newest;
    this.thread = Thread.ofPlatform().daemon().name("webhooks").start(this::run);
  }

  /** Looks at once for what there is to send. */
  public void wake() {
    lookedNanos.set(NEVER);
    news.release();
  }

  private void run() {
    try {
      while (!closed) {
        pause(stepOrFail());
      }
    } catch (InterruptedException e) {
      LOG.debug("no messages are sent any more", e);
    }
  }

  private long stepOrFail() {
    try {
      return step();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("messages cannot be read; the next attempt may succeed", e);
    } catch (RuntimeException e) {
      LOG.error("messages cannot be sent", e);
    }
    watching = false;
    lookedNanos.set(NEVER);
    return LONG_LOOK_MILLIS;
  }

  /**
   * Does what is to be done now, and says for how long there is nothing more, unless there are new
   * events or something was sent. While nobody subscribes, the database is asked for that alone.
   */
  private long step() {
    watching = isSubscribed();
    if (!watching) {
      return LONG_LOOK_MILLIS;
    }
    boolean made = feedNews();
    boolean leased = leaseAndSend();
    return made || leased ? 0 : untilDue();
  }

  private boolean isSubscribed() {
    long now = System.nanoTime();
    long looked = lookedNanos.get();
    if (looked == NEVER || now - looked > SUBSCRIBERS_NANOS) {
      // If it is woken meanwhile, it looks once more.
      lookedNanos.compareAndSet(looked, now);
      subscribed = subscriptions.any();
    }
    return subscribed;
  }

  /** Whether messages were made. */
  private boolean feedNews() {
    long known = newest.getAsLong();
    if (known <= fed || System.nanoTime() - heldUpNanos < 0) {
      return false;
    }
    Feed.Progress progress = feed.advance();
    switch (progress) {
      case DONE -> fed = known;
      case HELD_UP -> heldUpNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
      case ADVANCED -> {}
    }
    return progress == Feed.Progress.ADVANCED;
  }

  /** Whether there was something to send. */
  private boolean leaseAndSend() {
    int most = free.availablePermits();
    if (most == 0) {
      return false;
    }
    List<Leased> leased =
        queue.lease(clock.instant(), settings.timeout().multipliedBy(3).plus(MARGIN), most);
    for (Leased message : leased) {
      free.acquireUninterruptibly();
      sending.execute(() -> sendAndRelease(message));
    }
    return !leased.isEmpty();
  }

  /** What is due and yet not to be had is behind another message, or leased: it may be, soon. */
  private long untilDue() {
    long millis =
        queue
            .nextDue()
            .map(due -> clock.instant().until(due, ChronoUnit.MILLIS) + 1)
            .map(left -> left > 0 ? left : LOOK_MILLIS)
            .orElse(LONG_LOOK_MILLIS);
    return Math.min(millis, LONG_LOOK_MILLIS);
  }

  /**
   * Waits, but no longer than until something was sent or, if that matters, there are new events.
   */
  private void pause(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (left > 0) {
      if (news.tryAcquire(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
        return;
      }
      if (watching && newest.getAsLong() > fed) {
        return;
      }
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  private void sendAndRelease(Leased leased) {
    try {
      send(leased);
    } catch (RuntimeException e) {
      // Its lease runs out, and it is sent again.
      LOG.warn("what became of a message cannot be stored", e);
    } finally {
      free.release();
      news.release();
    }
  }

  private void send(Leased leased) {
    Message message = leased.message();
    byte[] body = bodies.of(message);
    if (body == null) {
      queue.acknowledged(message.number());
      return;
    }
    String failure =
        sender.send(leased.url(), leased.secret(), message.id(), clock.instant(), body);
    Instant now = clock.instant();
    if (failure == null) {
      queue.acknowledged(message.number());
    } else {
      Instant next = now.plus(settings.pauseAfter(message.attempts()));
      Instant last = message.firstAttemptAt().plus(settings.giveUpAfter());
      queue.failed(message.number(), failure, now, next.isAfter(last) ? null : next);
    }
    subscriptions.note(leased.subscription(), now, failure);
  }

  /** Begins nothing more, and waits a little for what is being sent. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    sending.shutdown();
    try {
      if (!sending.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        sending.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.close();
  }
}
