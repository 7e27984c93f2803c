package io.cascadeledger.journal.manual;

import io.cascadeledger.time.PostingTime;

/**
 * Never book a draft.
 *
 * @param manualEntry the draft
 * @param rejectedBy who rejects it; its author may
 * @param reason why
 * @param time when the command was received
 */
public record RejectManualEntry(
    ManualEntryId manualEntry, String rejectedBy, String reason, PostingTime time) {}
