package io.cascadeledger.api.debtor;

import io.cascadeledger.projections.debtor.ClaimQueries;
import java.util.List;

/** Finds out which claims a request may mean. It blocks. */
final class ClaimPlaces {

  private final ClaimQueries claims;
  private final CaughtUp caughtUp;

  ClaimPlaces(ClaimQueries claims, CaughtUp caughtUp) {
    this.claims = claims;
    this.caughtUp = caughtUp;
  }

  /** The call, knowing where the claims are that its groups may mean. */
  Call known(Call call, Write write, List<Group> groups) {
    if (!write.ofClaims() || groups.isEmpty()) {
      return call;
    }
    caughtUp.await();
    List<String> candidates =
        groups.stream()
            .flatMap(group -> ClaimWrites.candidates(group.reference()).stream())
            .distinct()
            .toList();
    return call.with(claims.places(call.tenant(), candidates).collectList().block());
  }
}
