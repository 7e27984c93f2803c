package io.cascadeledger.api.measure;

import io.cascadeledger.api.posting.PostingObserver;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.AppendObserver;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.RefusalCode;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts what the ledger does. Tags have few values: never a tenant, a loan or a key. */
public final class LedgerMetrics implements PostingObserver, AppendObserver {

  private final MeterRegistry registry;
  private final DistributionSummary commandsPerAppend;
  private final DistributionSummary eventsPerAppend;
  private final Timer append;

  /** Counts into a registry. */
  public LedgerMetrics(MeterRegistry registry) {
    this.registry = registry;
    commandsPerAppend =
        DistributionSummary.builder("ledger.append.batch.commands")
            .description("Commands that became durable together")
            .register(registry);
    eventsPerAppend =
        DistributionSummary.builder("ledger.append.batch.events")
            .description("Events that became durable together")
            .register(registry);
    append =
        Timer.builder("ledger.append")
            .description("How long the database took to make events durable")
            .publishPercentileHistogram()
            .register(registry);
  }

  @Override
  public void appended(int commands, int events, long nanoseconds) {
    commandsPerAppend.record(commands);
    eventsPerAppend.record(events);
    append.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  @Override
  public void posted(LedgerEvent event) {
    if (event instanceof PaymentPosted payment) {
      String currency = payment.amount().currency().getCurrencyCode();
      registry.counter("ledger.payments.posted", "currency", currency).increment();
      allocated("penalties", currency, payment.allocation().penaltiesMinor());
      allocated("fees", currency, payment.allocation().feesMinor());
      allocated("interest", currency, payment.allocation().interestMinor());
      allocated("principal", currency, payment.allocation().principalMinor());
      allocated("suspense", currency, payment.allocation().suspenseMinor());
    }
  }

  private void allocated(String bucket, String currency, long minor) {
    if (minor > 0) {
      registry
          .counter("ledger.allocated.minor.units", "bucket", bucket, "currency", currency)
          .increment((double) minor);
    }
  }

  @Override
  public void replayed(String operation) {
    registry.counter("ledger.idempotent.replays", "operation", operation).increment();
  }

  @Override
  public void refused(RefusalCode code) {
    refused(code.name());
  }

  @Override
  public void refused(ItemRefusalCode code) {
    refused(code.name());
  }

  private void refused(String code) {
    registry.counter("ledger.refusals", "code", code.toLowerCase(Locale.ROOT)).increment();
  }
}
