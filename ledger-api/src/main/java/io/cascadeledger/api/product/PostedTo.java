package io.cascadeledger.api.product;

import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.PostingAccounts.Replaced;
import io.cascadeledger.product.ProductContent;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.ChartQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Whether the tenant's chart has the accounts to which a product has its loans booked. An account
 * never leaves a chart, and keeps its type, so this holds for as long as the product does.
 */
final class PostedTo {

  private final Reads reads;
  private final ChartQueries charts;

  PostedTo(Reads reads, ChartQueries charts) {
    this.reads = reads;
    this.charts = charts;
  }

  /** Completes if the chart has them, or there are none; else a {@link ProblemException}. */
  Mono<Void> require(ServerRequest request, String tenant, ProductContent content) {
    PostingAccounts accounts = content.accounts();
    // What is unsound whatever the chart has, the product refuses.
    if (accounts == null || accounts.replaced().isEmpty() || accounts.fault().isPresent()) {
      return Mono.empty();
    }
    return reads
        .position(request, List.of(BalanceProjection.NAME))
        .then(Mono.defer(() -> charts.chart(tenant)))
        .flatMap(
            chart ->
                accounts.replaced().stream()
                    .flatMap(it -> problem(chart, it, content).stream())
                    .findFirst()
                    .<Mono<Void>>map(Mono::error)
                    .orElse(Mono.empty()));
  }

  private static Optional<ProblemException> problem(
      Chart chart, Replaced replaced, ProductContent content) {
    Account standard = ChartOfAccounts.find(replaced.account()).orElseThrow();
    Account booked = chart.find(replaced.booksTo()).orElse(null);
    if (booked == null) {
      return Optional.of(
          new ProblemException(
              ProblemCode.ACCOUNT_NOT_FOUND,
              "The chart has no account " + replaced.booksTo() + "."));
    }
    if (!booked.open()) {
      return Optional.of(
          new ProblemException(
              ProblemCode.ACCOUNT_CLOSED,
              "The account %s is closed.".formatted(replaced.booksTo())));
    }
    boolean alike =
        booked.type() == standard.type()
            && booked.normalSide() == standard.normalSide()
            && booked.definition().takes(content.currency());
    return alike
        ? Optional.empty()
        : Optional.of(
            new ProblemException(
                ProblemCode.PRODUCT_UNSOUND,
                "The account %s is not of the type of %s, or does not take %s."
                    .formatted(replaced.booksTo(), replaced.account(), content.currency())));
  }
}
