package io.cascadeledger.api.bank;

import io.cascadeledger.api.exchange.Places;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.control.ControlQueries;
import io.cascadeledger.projections.control.Integrity;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Whether the books are sound: what must be so, whatever was posted. */
public final class SoundBooks {

  /** The names of the projections that are looked at. */
  public static final List<String> PROJECTIONS =
      List.of(
          JournalProjection.NAME,
          BalanceProjection.NAME,
          LoanProjection.NAME,
          DebtorProjection.NAME);

  /** The journal is asked for as often as it was behind the balances, and then given up. */
  private static final Retry UNTIL_WHOLE =
      Retry.fixedDelay(40, Duration.ofMillis(50)).filter(Behind.class::isInstance);

  private final ControlQueries control;
  private final Places place = new Places(1, "The ledger is looking at its books already.");

  /** The journal lacked lines that the balances had. */
  private static final class Behind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Looks at what these queries read. */
  public SoundBooks(ControlQueries control) {
    this.control = control;
  }

  /** Looks while nobody else does: it reads all the lines of a tenant. */
  <T> Mono<T> alone(Mono<T> look) {
    return place.in(look);
  }

  /** Adds up each account from its lines, and holds it against its kept totals. */
  Mono<Integrity> integrity(String tenant, LocalDate asOf) {
    return control
        .integrity(tenant, asOf)
        .<Integrity>handle(
            (found, sink) -> {
              if (found.whole()) {
                sink.next(found);
              } else {
                sink.error(new Behind());
              }
            })
        .retryWhen(UNTIL_WHOLE)
        .onErrorMap(
            it -> it.getCause() instanceof Behind,
            _ ->
                new ProblemException(
                    ProblemCode.PROJECTION_BEHIND,
                    "The journal is behind the balances, so they cannot be held against it."));
  }

  /**
   * Requires that each account is what its lines sum to, and each that sums up loans what the loans
   * have.
   *
   * @param asOf the last effective date that counts
   * @return completes if they are; else a {@link ProblemException} that names those that are not
   */
  public Mono<Void> require(String tenant, LocalDate asOf) {
    Mono<Void> accounts =
        integrity(tenant, asOf)
            .flatMap(
                found ->
                    found.mismatched().isEmpty()
                        ? Mono.empty()
                        : failed(
                            "Not the sum of their lines are the accounts "
                                + found.mismatched().stream()
                                    .map(it -> it.accountCode() + " " + it.currency())
                                    .toList()));
    Mono<Void> loans =
        control
            .rollUp(tenant, asOf)
            .flatMap(
                found ->
                    found.stream().allMatch(it -> it.ledgerMinor().equals(it.loansMinor()))
                        ? Mono.empty()
                        : failed(
                            "Not the sum of the loans are the accounts "
                                + found.stream()
                                    .filter(it -> !it.ledgerMinor().equals(it.loansMinor()))
                                    .map(it -> it.account() + " " + it.currency())
                                    .toList()));
    return alone(accounts.then(loans));
  }

  private static Mono<Void> failed(String detail) {
    return Mono.error(new ProblemException(ProblemCode.PERIOD_CHECKS_FAILED, detail + "."));
  }
}
