package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SignedNote;
import io.cascadeledger.eventstore.seal.TrialBalanceNote;
import io.cascadeledger.journal.period.PeriodSnapshotTaken;
import io.cascadeledger.journal.period.SnapshotSignature;
import io.cascadeledger.stream.Sha256;
import java.util.HexFormat;
import java.util.List;

/** Checks the trial balances of closed periods against their hashes, and those against the key. */
public final class SnapshotCheck {

  /** The first revision that is always signed. */
  private static final int SIGNED_SINCE = 2;

  private final Findings findings;
  private final List<CheckpointVerifier> trusted;

  /**
   * A check.
   *
   * @param trusted the keys that may sign
   */
  public SnapshotCheck(Findings findings, List<CheckpointVerifier> trusted) {
    this.findings = findings;
    this.trusted = List.copyOf(trusted);
  }

  /** Checks the event, if it is one that keeps a trial balance. */
  public void add(CheckedEvent checked) {
    if (checked.recorded() == null
        || !(checked.recorded().event() instanceof PeriodSnapshotTaken taken)) {
      return;
    }
    String place = LogCheck.place(checked.stored());
    byte[] hash = Sha256.of(taken.trialBalance().text(taken.tenant(), taken.lastDay()));
    if (!HexFormat.of().formatHex(hash).equals(taken.sha256())) {
      findings.add(Mismatch.SNAPSHOT_MISMATCH, place + ": its hash is another");
    }
    SnapshotSignature signature = taken.signature();
    if (signature != null) {
      check(taken, signature, place);
    } else if (checked.stored().revision() >= SIGNED_SINCE) {
      findings.add(Mismatch.SNAPSHOT_UNSIGNED, place);
    }
  }

  private void check(PeriodSnapshotTaken taken, SnapshotSignature signature, String place) {
    String note = signature.note();
    if (trusted.stream().noneMatch(key -> SignedNote.isSignedBy(note, key))) {
      findings.add(Mismatch.SNAPSHOT_UNSIGNED, place);
    }
    TrialBalanceNote said =
        new TrialBalanceNote(
            taken.tenant(), taken.lastDay(), taken.closing(), taken.sha256(), taken.postedAt());
    if (!said.isIn(note)) {
      findings.add(Mismatch.SNAPSHOT_MISMATCH, place + ": its note says something else");
    }
  }
}
