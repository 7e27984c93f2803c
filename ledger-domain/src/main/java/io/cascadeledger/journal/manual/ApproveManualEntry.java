package io.cascadeledger.journal.manual;

import io.cascadeledger.time.PostingTime;

/**
 * Book a draft that another has written.
 *
 * @param manualEntry the draft
 * @param approver who approves it
 * @param reason what the approver says, or null
 * @param time when the command was received
 */
public record ApproveManualEntry(
    ManualEntryId manualEntry, String approver, String reason, PostingTime time) {}
