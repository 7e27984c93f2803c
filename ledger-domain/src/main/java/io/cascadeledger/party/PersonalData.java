package io.cascadeledger.party;

import java.util.Objects;
import java.util.UUID;

/**
 * What is known of a person, sealed outside the domain with a key that belongs to that person
 * alone. The domain keeps it and cannot read it; when the key is destroyed, nobody can.
 *
 * @param subject whose key it is sealed with
 * @param sealed the sealed content, as text
 * @param digest a digest of the content, made with a key that is destroyed with the other: equal
 *     for equal content of one subject, and of no use without the key
 */
public record PersonalData(UUID subject, String sealed, String digest) {

  public PersonalData {
    Objects.requireNonNull(subject, "subject must not be null");
    Objects.requireNonNull(sealed, "sealed must not be null");
    Objects.requireNonNull(digest, "digest must not be null");
  }

  /**
   * Whether both say the same of the same subject. Sealing the same content twice gives different
   * texts, so these are not compared.
   */
  public boolean saysTheSameAs(PersonalData other) {
    return subject.equals(other.subject) && digest.equals(other.digest);
  }

  /** What it says, for comparison: subject and digest. */
  @Override
  public String toString() {
    return subject + ":" + digest;
  }
}
