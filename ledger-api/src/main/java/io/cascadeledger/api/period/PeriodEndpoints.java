package io.cascadeledger.api.period;

import io.cascadeledger.api.bank.SoundBooks;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.DryRun;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.period.ApprovePeriodChange;
import io.cascadeledger.journal.period.ClosePeriod;
import io.cascadeledger.journal.period.RejectPeriodChange;
import io.cascadeledger.journal.period.ReopenPeriod;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.PeriodChangeView;
import io.cascadeledger.projections.journal.PeriodKind;
import io.cascadeledger.projections.journal.PeriodQueries;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Closing periods, opening them again, and reading who has done that, when and why. */
public final class PeriodEndpoints {

  private final Writes writes;
  private final Reads reads;
  private final SoundBooks sound;
  private final PeriodQueries periods;
  private final PeriodSnapshots snapshots;

  /** Posts and reads. */
  public PeriodEndpoints(
      Writes writes,
      Reads reads,
      BusinessClock clock,
      SoundBooks sound,
      SnapshotSigner signer,
      PeriodQueries periods,
      BalanceQueries balances) {
    this.writes = writes;
    this.reads = reads;
    this.sound = sound;
    this.periods = periods;
    this.snapshots = new PeriodSnapshots(writes, reads, clock, signer, periods, balances);
  }

  /** The endpoints. */
  public List<Endpoint> all() {
    return List.of(
        new PlainEndpoint(PeriodOperations.CLOSE, this::close),
        new PlainEndpoint(PeriodOperations.APPROVE, this::approve),
        PostEndpoint.of(
            writes, PeriodOperations.REJECT, PeriodEndpoints::rejection, PeriodReceipt::of),
        PostEndpoint.of(
            writes, PeriodOperations.REOPEN, PeriodEndpoints::reopening, PeriodReceipt::of),
        new PlainEndpoint(PeriodOperations.LIST, request -> read(request, PeriodListAnswer::of)),
        new PlainEndpoint(
            PeriodOperations.JOURNAL, request -> read(request, PeriodJournalAnswer::of)),
        new PlainEndpoint(PeriodOperations.SNAPSHOT, this::snapshot));
  }

  private Mono<ServerResponse> close(ServerRequest request) {
    return closing(
        request,
        PeriodOperations.CLOSE,
        draft -> requireSound(request, draft).thenReturn(closing(draft)));
  }

  /** What waits may be a re-opening, which needs no sound books. */
  private Mono<ServerResponse> approve(ServerRequest request) {
    return closing(
        request,
        PeriodOperations.APPROVE,
        draft ->
            reads
                .position(request, List.of(JournalProjection.NAME))
                .then(periods.changes(draft.tenant()))
                .map(changes -> isClosing(new PeriodHistory(changes).waiting(), lastDay(draft)))
                .flatMap(closing -> closing ? requireSound(request, draft) : Mono.empty())
                .thenReturn(approval(draft)));
  }

  private static boolean isClosing(PeriodChangeView waiting, LocalDate lastDay) {
    return waiting != null
        && waiting.kind() == PeriodKind.CLOSE_REQUESTED
        && waiting.lastDay().equals(lastDay);
  }

  private Mono<ServerResponse> closing(
      ServerRequest request, Operation operation, Function<Draft, Mono<Object>> command) {
    boolean dryRun = DryRun.isAskedFor(operation.readParameters(request));
    return writes
        .post(request, operation, command, PeriodReceipt::of)
        .flatMap(
            response ->
                dryRun ? Mono.just(response) : snapshots.take(request).thenReturn(response));
  }

  private Mono<Void> requireSound(ServerRequest request, Draft draft) {
    return reads
        .position(request, SoundBooks.PROJECTIONS)
        .then(Mono.defer(() -> sound.require(draft.tenant(), lastDay(draft))));
  }

  private static LocalDate lastDay(Draft draft) {
    return draft.parameters().get(PeriodOperations.LAST_DAY);
  }

  private static AccountingPeriodsId periodsOf(Draft draft) {
    return new AccountingPeriodsId(draft.tenant());
  }

  private static Object closing(Draft draft) {
    return new ClosePeriod(
        periodsOf(draft),
        lastDay(draft),
        draft.actor(),
        draft.get(PeriodOperations.REASON),
        draft.time());
  }

  private static Object reopening(Draft draft) {
    return new ReopenPeriod(
        periodsOf(draft),
        lastDay(draft),
        draft.actor(),
        draft.get(PeriodOperations.REASON),
        draft.time());
  }

  private static Object approval(Draft draft) {
    return new ApprovePeriodChange(
        periodsOf(draft),
        lastDay(draft),
        draft.actor(),
        draft.get(PeriodOperations.REMARK),
        draft.time());
  }

  private static Object rejection(Draft draft) {
    return new RejectPeriodChange(
        periodsOf(draft),
        lastDay(draft),
        draft.actor(),
        draft.get(PeriodOperations.REASON),
        draft.time());
  }

  private Mono<ServerResponse> read(
      ServerRequest request, Function<List<PeriodChangeView>, Record> answer) {
    return reads.ofTenant(
        request,
        JournalProjection.NAME,
        periods.changes(Caller.of(request).tenant()).map(answer),
        ProblemCode.INTERNAL_ERROR);
  }

  private Mono<ServerResponse> snapshot(ServerRequest request) {
    LocalDate lastDay =
        PeriodOperations.SNAPSHOT.readParameters(request).get(PeriodOperations.LAST_DAY);
    String tenant = Caller.of(request).tenant();
    return reads.ofTenant(
        request,
        JournalProjection.NAME,
        periods
            .changes(tenant)
            .flatMap(changes -> Mono.justOrEmpty(new PeriodHistory(changes).keptOf(lastDay)))
            .flatMap(
                kept ->
                    periods
                        .kept(tenant, kept.closing())
                        .map(balance -> PeriodSnapshotAnswer.of(tenant, kept, balance))),
        ProblemCode.PERIOD_SNAPSHOT_NOT_FOUND);
  }
}
