package io.cascadeledger.account.decision;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.PaymentMatched;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.matching.Matching;
import io.cascadeledger.matching.OpenEntry;
import io.cascadeledger.matching.Share;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.stream.Digest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides on payments that find themselves what they pay. */
final class PaymentMatching {

  private PaymentMatching() {}

  static void match(AccountDecision decision, AccountItem.MatchPayment item) {
    ItemRules.requirePositive(item.amount().minorUnits());
    ItemRules.requireDate(item.effectiveDate(), decision.time());
    String digest = digest(item);
    if (isRepeated(decision.state(), item, digest)) {
      return;
    }
    ItemRules.requireCurrency(decision.state().details().currency(), item.amount());
    List<Share> shares =
        Matching.match(decision.state().open(), item.rule(), item.amount().minorUnits());
    decision.happen(
        new PaymentMatched(
            decision.account(),
            item.matchId(),
            item.amount(),
            item.rule(),
            item.providerName(),
            item.trackingId(),
            item.paymentReference(),
            item.meta(),
            digest,
            item.effectiveDate(),
            decision.postedAt()));
    long rest = item.amount().minorUnits();
    int number = 1;
    for (Share share : shares) {
      post(decision, item, number++, share.entry(), share.minor());
      rest -= share.minor();
    }
    if (rest > 0) {
      post(decision, item, number, null, rest);
    }
  }

  /** The day is left out: where the caller gives none, a retry comes with another. */
  private static String digest(AccountItem.MatchPayment item) {
    return Digest.of(
        item.amount(),
        item.rule().strategy(),
        item.rule().product(),
        item.rule().feeTypes(),
        item.paymentReference(),
        item.meta().entries());
  }

  private static boolean isRepeated(
      AccountState state, AccountItem.MatchPayment item, String digest) {
    if (item.trackingId() == null) {
      return false;
    }
    Optional<String> earlier = state.payment(item.providerName(), item.trackingId());
    if (earlier.isPresent() && !earlier.get().equals(digest)) {
      throw new ItemRefused(
          ItemRefusalCode.PAYMENT_EXISTS,
          "The account has taken another payment %s of the provider %s."
              .formatted(item.trackingId(), item.providerName()));
    }
    return earlier.isPresent();
  }

  /** One entry for each thing that is paid; what pays nothing has no target. */
  private static void post(
      AccountDecision decision,
      AccountItem.MatchPayment item,
      int number,
      OpenEntry paid,
      long minor) {
    String name = item.matchId() + "-" + number;
    UUID entryId = Digest.uuidOf(name);
    EntryPosting.post(
        decision,
        new LedgerEntry.Payment(
            "payment-" + name,
            minor,
            item.paymentReference(),
            item.providerName(),
            paid == null ? null : paid.reference(),
            paid == null ? item.rule().product() : paid.product(),
            null,
            item.meta()),
        item.matchId(),
        entryId,
        item.effectiveDate());
  }
}
