package io.cascadeledger.api.reversal;

import io.cascadeledger.api.exchange.LookUps;
import io.cascadeledger.projections.journal.EntryOwner;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Finds out whose a journal entry is. */
public final class EntryOwners {

  private final JournalQueries journal;
  private final LookUps lookUps;

  /** Looks into the journal. */
  public EntryOwners(JournalQueries journal, LookUps lookUps) {
    this.journal = journal;
    this.lookUps = lookUps;
  }

  /** The owner of an entry; empty if there is no such entry. */
  Mono<EntryOwner> of(String tenant, UUID entry) {
    return lookUps.of(JournalProjection.NAME, () -> journal.owner(tenant, entry));
  }
}
