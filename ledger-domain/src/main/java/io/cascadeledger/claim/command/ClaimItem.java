package io.cascadeledger.claim.command;

import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.claim.value.JourneyState;
import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Something that is to be done with a claim. */
public sealed interface ClaimItem {

  /** Whether it may be the first that happens to a claim. */
  default boolean mayBegin() {
    return false;
  }

  /**
   * Create a claim.
   *
   * @param details what is said of it
   * @param entryId the identity of the journal entry, if there is one
   */
  record Create(ClaimDetails details, UUID entryId) implements ClaimItem {

    public Create {
      Objects.requireNonNull(details, "details must not be null");
    }

    @Override
    public boolean mayBegin() {
      return true;
    }
  }

  /**
   * Create a deleted claim anew.
   *
   * @param details what is said of it
   * @param entryId the identity of the journal entry, if there is one
   */
  record Recreate(ClaimDetails details, UUID entryId) implements ClaimItem {

    public Recreate {
      Objects.requireNonNull(details, "details must not be null");
    }
  }

  /**
   * Say something new of a claim.
   *
   * @param patch what
   * @param reason why, in the lender's words; or null
   * @param check what the amount means for the status
   * @param entryId the identity of the journal entry, if there is one
   */
  record Update(ClaimPatch patch, String reason, AmountCheck check, UUID entryId)
      implements ClaimItem {}

  /**
   * Create a claim, or say all of it anew if it is there.
   *
   * @param details what is said of it
   * @param reason why, in the lender's words; or null
   * @param check what the amount means for the status, if the claim is there
   * @param entryId the identity of the journal entry, if there is one
   */
  record Import(ClaimDetails details, String reason, AmountCheck check, UUID entryId)
      implements ClaimItem {

    @Override
    public boolean mayBegin() {
      return true;
    }
  }

  /**
   * Delete a claim.
   *
   * @param reason why, in the lender's words; or null
   * @param entryId the identity of the journal entry, if there is one
   */
  record Delete(String reason, UUID entryId) implements ClaimItem {}

  /** What can be done with a claim whether or not an account's entries manage it. */
  sealed interface Action extends ClaimItem {}

  /**
   * Collect a claim no more; its amount stays.
   *
   * @param reason why
   */
  record Resolve(ResolutionReason reason) implements Action {

    public Resolve {
      Objects.requireNonNull(reason, "reason must not be null");
    }
  }

  /**
   * Make the amount of a claim smaller.
   *
   * @param amount by how much
   * @param originator who asks for it
   * @param description why, or null
   * @param effectiveDate the day on which it counts
   * @param entryId the identity of the journal entry
   */
  record Credit(
      Money amount,
      Originator originator,
      String description,
      LocalDate effectiveDate,
      UUID entryId)
      implements Action {}

  /**
   * Make the amount of a claim larger; the parts are those of {@link Credit}.
   *
   * @param amount by how much
   * @param originator who asks for it
   * @param description why, or null
   * @param effectiveDate the day on which it counts
   * @param entryId the identity of the journal entry
   */
  record Debit(
      Money amount,
      Originator originator,
      String description,
      LocalDate effectiveDate,
      UUID entryId)
      implements Action {}

  /**
   * Note a debtor's promise to pay.
   *
   * @param amount what is to be paid at least
   * @param dueDate the last day on which it may be paid
   */
  record Promise(Money amount, LocalDate dueDate) implements Action {}

  /**
   * Note that the collection of a claim is paused, resumed or stopped.
   *
   * @param state where it is to stand
   * @param reason why, or null
   * @param description more of it, or null
   */
  record ChangeJourney(JourneyState state, String reason, String description) implements Action {}

  /**
   * Pass a word on to those who follow the events.
   *
   * @param trigger the word
   */
  record FireTrigger(CustomTrigger trigger) implements Action {}
}
