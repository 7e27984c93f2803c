package io.cascadeledger.api.history;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.party.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What debtor accounts and claims have in common in their states. Nothing that is known of people
 * is opened for it: that somebody's data changed is seen by its digest.
 */
final class DebtorParts {

  private DebtorParts() {}

  /** A fee. */
  @Describe("What was expected beside the amount of a claim.")
  record ClaimFeeAnswer(
      @Describe("What it is for.") String name,
      @Describe("What was open of it, in minor units.") long openMinor) {}

  /** A promise. */
  @Describe("What was promised to be paid by a day.")
  record PromiseAnswer(
      @Describe("The day.") LocalDate dueDate,
      @Describe("How much, in minor units.") long amountMinor) {}

  /** A score. */
  @Describe("A judgement that the lender keeps here.")
  record ScoreStateAnswer(
      @Describe("Whose judgement it is.") String type,
      @Describe(value = "Its value, as JSON.", optional = true) String value,
      @Describe("The lender's notes, each as JSON.") Map<String, String> meta) {

    private static ScoreStateAnswer of(Score score) {
      return new ScoreStateAnswer(
          score.type().name(),
          score.value() == null ? null : score.value().text(),
          notes(score.meta()));
    }
  }

  /** A debtor, without anything that is known of the person. */
  @Describe("Who owes it. What is known of the person is not shown.")
  record DebtorStateAnswer(
      @Describe("The key with which what is known of the person is sealed.") UUID subject,
      @Describe(value = "The lender's reference.", optional = true) String debtorReference,
      @Describe("Another one for other contents; it says nothing of them.") String digest) {

    static DebtorStateAnswer of(Debtor debtor) {
      PersonalData personal = debtor.personal();
      return new DebtorStateAnswer(personal.subject(), debtor.reference(), personal.digest());
    }

    static DebtorStateAnswer example() {
      return new DebtorStateAnswer(
          UUID.fromString("7f9c24e8-3b12-4fef-91e0-a5a3c8d8f9ab"),
          "D-1",
          "1f3c0e8f6a5b4d7e9c2b1a0f8e7d6c5b");
    }
  }

  /** A product of a debtor account. */
  @Describe("What was owed for.")
  record DebtorProductAnswer(
      @Describe("The lender's reference.") String productReference,
      @Describe(value = "How debtors name it when paying.", optional = true)
          String paymentReference,
      @Describe(value = "What kind of thing it is.", optional = true) String type,
      @Describe(value = "Its name.", optional = true) String name,
      @Describe(value = "Its code.", optional = true) String code,
      @Describe("The lender's notes, each as JSON.") Map<String, String> meta) {

    static DebtorProductAnswer of(Product product) {
      return new DebtorProductAnswer(
          product.reference(),
          product.paymentReference(),
          product.type(),
          product.name(),
          product.code(),
          notes(product.meta()));
    }
  }

  /** A mandate, without the account or card that it is about. */
  @Describe("A permission to collect. The account or card is not shown.")
  record MandateStateAnswer(
      @Describe("Its identifier.") String mandateId,
      @Describe("The provider who keeps it.") String providerName,
      @Describe("Who has given it.") String debtorReference,
      @Describe("The products it is for.") List<String> productReferences,
      @Describe(value = "Another one for other contents; it says nothing of them.", optional = true)
          String digest) {

    static MandateStateAnswer of(Mandate mandate) {
      return new MandateStateAnswer(
          mandate.id(),
          mandate.providerName(),
          mandate.debtorReference(),
          mandate.productReferences(),
          mandate.personal() == null ? null : mandate.personal().digest());
    }
  }

  static List<ScoreStateAnswer> scores(List<Score> scores) {
    return scores.stream().map(ScoreStateAnswer::of).toList();
  }

  static List<ClaimFeeAnswer> fees(List<ClaimFee> fees) {
    return fees.stream().map(fee -> new ClaimFeeAnswer(fee.name(), fee.amountMinor())).toList();
  }

  static List<PromiseAnswer> promises(SortedMap<LocalDate, Long> promises) {
    return promises.entrySet().stream()
        .map(promise -> new PromiseAnswer(promise.getKey(), promise.getValue()))
        .toList();
  }

  static Map<String, String> notes(Meta meta) {
    Map<String, String> notes = new TreeMap<>();
    meta.entries().forEach((name, value) -> notes.put(name, value.text()));
    return notes;
  }

  static String word(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }
}
