package io.cascadeledger.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Splits a payment over open entries. Nothing is changed by it. */
public final class Matching {

  private final List<Share> shares = new ArrayList<>();
  private final Set<String> paid = new HashSet<>();
  private long rest;

  private Matching(long amountMinor) {
    rest = amountMinor;
  }

  /**
   * Splits a payment.
   *
   * @param open the open entries of the account
   * @param rule how the payment finds what it pays
   * @param amountMinor the payment, in minor units; above zero
   * @return what it pays, in the order in which it pays it; no entry twice. It sums to less than
   *     the payment if that exceeds what is open
   */
  public static List<Share> match(OpenEntries open, MatchRule rule, long amountMinor) {
    Matching matching = new Matching(amountMinor);
    OpenEntries.Section entries = open.of(rule.product());
    switch (rule.strategy()) {
      case ORDERED_LEDGER_ENTRIES -> matching.pay(entries.inOrder());
      case ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES -> {
        matching.pay(entries.ofInvoices());
        matching.pay(entries.ofAccount());
      }
      case ACCOUNT_ENTRIES_THEN_ORDERED_INVOICES_WITH_FEES -> {
        matching.pay(entries.ofAccount());
        matching.pay(entries.ofInvoices());
      }
      case CUSTOM_ORDERED_FEES -> {
        rule.feeTypes().forEach(type -> matching.pay(entries.feesOf(type)));
        matching.pay(entries.inOrder());
      }
    }
    return matching.shares;
  }

  private void pay(Iterable<OpenEntry> entries) {
    if (rest == 0) {
      return;
    }
    for (OpenEntry entry : entries) {
      if (paid.add(entry.reference())) {
        long minor = Math.min(rest, entry.openMinor());
        shares.add(new Share(entry, minor));
        rest -= minor;
        if (rest == 0) {
          return;
        }
      }
    }
  }
}
