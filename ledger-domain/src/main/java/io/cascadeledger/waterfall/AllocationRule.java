package io.cascadeledger.waterfall;

/** In which order a payment serves what is owed. */
public sealed interface AllocationRule permits ComponentOrder, InstalmentOrder {

  /**
   * Splits a payment by this order alone.
   *
   * @param paymentMinor the payment in minor units, zero or more
   * @param owed what is owed on the day of the payment
   * @return the split, which sums to the payment; what the order does not place is in suspense
   */
  Allocation allocate(long paymentMinor, Owed owed);
}
