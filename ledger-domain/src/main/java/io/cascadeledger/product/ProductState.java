package io.cascadeledger.product;

import io.cascadeledger.loan.terms.ProductOffer;
import io.cascadeledger.loan.terms.ProductVersion;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a product: the fold of its events. It never changes; {@link #evolve} makes
 * another one.
 *
 * @param id the product; null before it was defined
 * @param versions its versions, the first first
 * @param retiredOn the day on which it was retired; null if it was not
 */
public record ProductState(ProductId id, List<PublishedVersion> versions, LocalDate retiredOn) {

  /** A product to which nothing has happened: there is none. */
  public static final ProductState NONE = new ProductState(null, List.of(), null);

  public ProductState {
    versions = List.copyOf(versions);
  }

  /**
   * Takes one event of the product into account.
   *
   * @param event the event, which has happened
   * @return what is known then
   */
  public ProductState evolve(LoanProductEvent event) {
    return switch (event) {
      case LoanProductDefined it ->
          with(
              it,
              new PublishedVersion(
                  1, it.content(), it.metadata(), it.effectiveDate(), it.postedAt()));
      case LoanProductRevised it ->
          with(
              it,
              new PublishedVersion(
                  it.version(), it.content(), it.metadata(), it.effectiveDate(), it.postedAt()));
      case LoanProductRetired it -> new ProductState(id, versions, it.effectiveDate());
    };
  }

  private ProductState with(LoanProductEvent event, PublishedVersion version) {
    return new ProductState(
        event.product(), Stream.concat(versions.stream(), Stream.of(version)).toList(), retiredOn);
  }

  /** Whether it was defined. */
  public boolean exists() {
    return !versions.isEmpty();
  }

  /** Whether no loan is opened by it any more. */
  public boolean isRetired() {
    return retiredOn != null;
  }

  /**
   * A version of it.
   *
   * @param number which one, or null for the last
   * @throws Refused if there is no such product or version
   */
  public PublishedVersion version(Integer number) {
    requireDefined();
    if (number == null) {
      return versions.getLast();
    }
    if (number < 1 || number > versions.size()) {
      throw new Refused(
          RefusalCode.PRODUCT_VERSION_NOT_FOUND,
          "The product %s has no version %d; its last one is %d."
              .formatted(id.value(), number, versions.size()));
    }
    return versions.get(number - 1);
  }

  /** What a version of it allows the loans that are opened by it. */
  public ProductOffer offer(PublishedVersion version) {
    return new ProductOffer(
        new ProductVersion(id.value(), version.number(), version.content().accounts()),
        isRetired(),
        version.content().currency(),
        version.content().limits());
  }

  /**
   * Refuses if there is no such product.
   *
   * @throws Refused if it was never defined
   */
  void requireDefined() {
    if (!exists()) {
      throw new Refused(RefusalCode.PRODUCT_NOT_FOUND, "There is no such product.");
    }
  }
}
