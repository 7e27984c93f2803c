package io.cascadeledger.journal.settings;

import java.util.Objects;

/**
 * What a tenant has settled about its accounting periods.
 *
 * @param fourEyes whether closing and re-opening need another's approval
 * @param latePostings what becomes of postings that count in a closed period
 */
public record PeriodRules(boolean fourEyes, LatePostings latePostings) {

  /** What holds until a tenant says otherwise. */
  public static final PeriodRules STANDARD = new PeriodRules(false, LatePostings.REFUSED);

  public PeriodRules {
    Objects.requireNonNull(latePostings, "latePostings must not be null");
  }
}
