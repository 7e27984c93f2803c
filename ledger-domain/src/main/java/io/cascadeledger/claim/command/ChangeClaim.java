package io.cascadeledger.claim.command;

import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.stream.Beginning;
import io.cascadeledger.stream.StreamCommand;
import io.cascadeledger.time.PostingTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Do something with a claim: all of the items, in their order, or none of them.
 *
 * @param claim the claim
 * @param items what is to be done
 * @param time when the command was received
 */
public record ChangeClaim(ClaimId claim, List<ClaimItem> items, PostingTime time)
    implements StreamCommand {

  public ChangeClaim {
    items = List.copyOf(items);
  }

  @Override
  @TargetAggregateIdentifier
  public String streamId() {
    return claim.toString();
  }

  @Override
  public Beginning beginning() {
    return !items.isEmpty() && items.getFirst().mayBegin() ? Beginning.IF_MISSING : Beginning.NEVER;
  }
}
