package io.cascadeledger.api.period;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.period.TakeSnapshot;
import io.cascadeledger.journal.period.TrialBalance;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.PeriodChangeView;
import io.cascadeledger.projections.journal.PeriodQueries;
import io.cascadeledger.stream.Sha256;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Keeps the trial balance of what was closed, signed. It is read once the balances have seen the
 * event that closed the period: from then on nothing is booked in it, so whenever it is read, it is
 * the same.
 */
final class PeriodSnapshots {

  private static final Logger LOG = LoggerFactory.getLogger(PeriodSnapshots.class);

  private final Reads reads;
  private final BusinessClock clock;
  private final Writes writes;
  private final SnapshotSigner signer;
  private final PeriodQueries periods;
  private final BalanceQueries balances;

  PeriodSnapshots(
      Writes writes,
      Reads reads,
      BusinessClock clock,
      SnapshotSigner signer,
      PeriodQueries periods,
      BalanceQueries balances) {
    this.reads = reads;
    this.clock = clock;
    this.writes = writes;
    this.signer = signer;
    this.periods = periods;
    this.balances = balances;
  }

  /**
   * Keeps the trial balance of the last closing, if that is still to be done.
   *
   * @return completes in any case: the period is closed, and what could not be kept now is kept
   *     when the request is sent again
   */
  Mono<Void> take(ServerRequest request) {
    Caller caller = Caller.of(request);
    return reads
        .position(request, List.of(JournalProjection.NAME, BalanceProjection.NAME))
        .then(periods.changes(caller.tenant()))
        .flatMap(changes -> Mono.justOrEmpty(new PeriodHistory(changes).lacking()))
        .flatMap(closing -> take(request, caller, closing))
        .onErrorResume(
            RuntimeException.class,
            e -> {
              LOG.warn("the trial balance of a closed period could not be kept yet", e);
              return Mono.empty();
            })
        .then();
  }

  private Mono<Posted> take(ServerRequest request, Caller caller, PeriodChangeView closing) {
    return balances
        .trialBalance(caller.tenant(), closing.lastDay())
        .map(PeriodSnapshots::booked)
        .flatMap(balance -> signed(request, caller.tenant(), closing, balance))
        .flatMap(
            command ->
                writes.follow(
                    request,
                    "keepTrialBalance",
                    "period-snapshot:" + closing.closing(),
                    HexFormat.of().parseHex(command.sha256()),
                    command));
  }

  private Mono<TakeSnapshot> signed(
      ServerRequest request, String tenant, PeriodChangeView closing, TrialBalance balance) {
    PostingTime now = clock.now();
    LocalDate lastDay = closing.lastDay();
    String hash = HexFormat.of().formatHex(Sha256.of(balance.text(tenant, lastDay)));
    return Blocking.call(
            request, () -> signer.sign(tenant, lastDay, closing.closing(), hash, now.postedAt()))
        .map(
            signature ->
                new TakeSnapshot(
                    new AccountingPeriodsId(tenant),
                    closing.closing(),
                    lastDay,
                    balance,
                    hash,
                    signature,
                    now));
  }

  /** Accounts that are only in the chart are left out: that may change later. */
  private static TrialBalance booked(List<AccountTotals> accounts) {
    return new TrialBalance(
        accounts.stream()
            .filter(it -> it.debitMinor().signum() != 0 || it.creditMinor().signum() != 0)
            .map(
                it ->
                    new AccountTotal(
                        it.account().code(), it.currency(), it.debitMinor(), it.creditMinor()))
            .toList());
  }
}
