package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.terms.DelinquencyBucket;
import java.time.LocalDate;

/** Through which days the ends of days are on a loan's books, and what they have said last. */
final class DayEnds {

  private LocalDate interestThrough;
  private LocalDate chargesThrough;
  private int instalmentsDue;
  private DelinquencyBucket delinquency = DelinquencyBucket.CURRENT;
  private LocalDate delinquencyOn = LocalDate.MIN;

  /**
   * Takes note of a movement. Interest of a day not booked before is booked by the end of the day,
   * and with it goes all that the terms charge.
   */
  void took(Movement movement, LocalDate openedOn) {
    LocalDate day = movement.effectiveDate();
    if (movement.isComputedInterest() && !day.isBefore(interestFrom(openedOn))) {
      interestThrough = day;
      chargesThrough = day;
    } else {
      reconsiderFrom(day);
    }
  }

  /** What the terms charge at the end of a day and later may have become something else. */
  void reconsiderFrom(LocalDate day) {
    if (chargesThrough != null && !day.isAfter(chargesThrough)) {
      chargesThrough = day.minusDays(1);
    }
  }

  /** The first day whose interest is not booked; the opening if none is. */
  LocalDate interestFrom(LocalDate openedOn) {
    return interestThrough == null ? openedOn : interestThrough.plusDays(1);
  }

  /** The first day of which it is not known that its charges are booked. */
  LocalDate chargesFrom(LocalDate openedOn) {
    return chargesThrough == null ? openedOn : chargesThrough.plusDays(1);
  }

  void said(InstalmentFellDue due) {
    instalmentsDue = due.number();
  }

  void said(DelinquencyChanged changed) {
    delinquency = changed.bucket();
    delinquencyOn = changed.effectiveDate();
  }

  int instalmentsDue() {
    return instalmentsDue;
  }

  DelinquencyBucket delinquency() {
    return delinquency;
  }

  LocalDate delinquencyOn() {
    return delinquencyOn;
  }

  DayEnds copy() {
    DayEnds copy = new DayEnds();
    copy.interestThrough = interestThrough;
    copy.chargesThrough = chargesThrough;
    copy.instalmentsDue = instalmentsDue;
    copy.delinquency = delinquency;
    copy.delinquencyOn = delinquencyOn;
    return copy;
  }
}
