package io.cascadeledger.api.servicing;

import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/** The movements of a loan beside its plain life, each of which is a row of a table. */
public final class ServicingEndpoints {

  private ServicingEndpoints() {}

  /** Their endpoints, in the order in which a newcomer meets them. */
  public static List<Endpoint> all(Writes writes) {
    Stream<Endpoint> movements =
        Stream.of(ChargeMovements.TABLE, MoneyMovements.TABLE, LossMovements.TABLE)
            .flatMap(List::stream)
            .map(movement -> movement.endpoint(writes));
    return Stream.concat(
            movements,
            Stream.of(
                TermsChanges.endpoint(writes),
                DelinquencyPauses.endpoint(writes),
                DelinquencyPauseEnds.endpoint(writes)))
        .toList();
  }
}
