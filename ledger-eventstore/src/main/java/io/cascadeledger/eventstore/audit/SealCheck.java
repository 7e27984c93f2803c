package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.merkle.GrowingRoot;
import io.cascadeledger.eventstore.merkle.MerkleHash;
import io.cascadeledger.eventstore.merkle.Tiles;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SignedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks events against what was sealed: each against its leaf in the tree, if the tree is there,
 * and the leaves against the signed checkpoints.
 */
public final class SealCheck {

  /** Of so many events that differ it is found out whether they were moved. */
  private static final int COMPARED = 10_000;

  private final Findings findings;
  private final Tiles.Store tiles;
  private final List<CheckpointVerifier> trusted;
  private final GrowingRoot root = new GrowingRoot();
  private final List<StoredEvent> differing = new ArrayList<>();
  private final Map<String, Long> sealedAt = new HashMap<>();
  private byte[] tile = {};
  private long tileIndex = -1;
  private boolean broken;

  /**
   * Checks a log from its first event on.
   *
   * @param tiles the sealed tree; null if there is none, as in a file
   * @param trusted the keys that may sign
   */
  public SealCheck(Findings findings, Tiles.Store tiles, List<CheckpointVerifier> trusted) {
    this.findings = findings;
    this.tiles = tiles;
    this.trusted = List.copyOf(trusted);
  }

  /** Checks the next event. */
  public void add(StoredEvent event) {
    while (root.size() < event.position() - 1) {
      addMissing();
    }
    if (root.size() >= event.position()) {
      return; // it is out of order, which is found elsewhere
    }
    byte[] sealed = leaf(root.size());
    if (sealed != null && !Arrays.equals(sealed, event.hash())) {
      differs(event, sealed);
    }
    root.add(sealed == null ? event.hash() : sealed);
  }

  /**
   * Of an event that is not there, what was sealed goes into the tree, so that the rest can fit.
   */
  private void addMissing() {
    byte[] sealed = leaf(root.size());
    if (sealed == null) {
      broken = true;
    }
    root.add(sealed == null ? new byte[MerkleHash.BYTES] : sealed);
  }

  private void differs(StoredEvent event, byte[] sealed) {
    if (differing.size() < COMPARED) {
      differing.add(event);
      sealedAt.put(HexFormat.of().formatHex(sealed), event.position());
    } else {
      findings.add(Mismatch.EVENT_REPLACED, LogCheck.place(event));
    }
  }

  /** The sealed hash of an event; null if it is not in the tree. */
  private byte[] leaf(long index) {
    if (tiles == null) {
      return null;
    }
    if (index / Tiles.WIDTH != tileIndex) {
      tileIndex = index / Tiles.WIDTH;
      byte[] found = tiles.tile(0, tileIndex);
      tile = found == null ? new byte[0] : found;
    }
    int start = (int) (index % Tiles.WIDTH) * MerkleHash.BYTES;
    return tile.length < start + MerkleHash.BYTES
        ? null
        : Arrays.copyOfRange(tile, start, start + MerkleHash.BYTES);
  }

  /** Checks a checkpoint once all of its events were added; sizes only grow. */
  public void add(Checkpoint checkpoint) {
    String place = "checkpoint of %d events".formatted(checkpoint.treeSize());
    if (!isSigned(checkpoint.note())) {
      findings.add(Mismatch.CHECKPOINT_UNSIGNED, place);
    }
    CheckpointNote note;
    try {
      note = CheckpointNote.parse(checkpoint.note());
    } catch (IllegalArgumentException e) {
      findings.add(Mismatch.CHECKPOINT_MISMATCH, place + ": " + e.getMessage());
      return;
    }
    if (note.treeSize() != checkpoint.treeSize()
        || !Arrays.equals(note.root(), checkpoint.root())) {
      findings.add(Mismatch.CHECKPOINT_MISMATCH, place + ": its note says something else");
    }
    compare(note, place);
  }

  /** Checks a checkpoint that was kept elsewhere. */
  public void addKept(CheckpointNote kept) {
    compare(kept, "kept checkpoint of %d events".formatted(kept.treeSize()));
  }

  private void compare(CheckpointNote note, String place) {
    while (root.size() < note.treeSize() && leaf(root.size()) != null) {
      addMissing();
    }
    if (root.size() < note.treeSize()) {
      findings.add(
          Mismatch.SEALED_EVENT_MISSING, "%s: there are only %d".formatted(place, root.size()));
    } else if (!broken && !Arrays.equals(root.root(), note.root())) {
      findings.add(Mismatch.CHECKPOINT_MISMATCH, place + ": its root is another");
      broken = true; // every later root would differ as well
    }
  }

  private boolean isSigned(String note) {
    return trusted.stream().anyMatch(key -> SignedNote.isSignedBy(note, key));
  }

  /**
   * Ends the check.
   *
   * @param lastEvent the position of the last event that there is
   */
  public void end(long lastEvent) {
    if (root.size() > lastEvent) {
      findings.add(
          Mismatch.SEALED_EVENT_MISSING,
          "positions %d to %d".formatted(lastEvent + 1, root.size()));
    }
    for (StoredEvent event : differing) {
      Long before = sealedAt.get(HexFormat.of().formatHex(event.hash()));
      if (before == null) {
        findings.add(Mismatch.EVENT_REPLACED, LogCheck.place(event));
      } else {
        findings.add(
            Mismatch.EVENT_MOVED,
            "%s, was sealed at position %d".formatted(LogCheck.place(event), before));
      }
    }
  }
}
