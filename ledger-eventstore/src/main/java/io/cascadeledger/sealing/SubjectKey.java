package io.cascadeledger.sealing;

import io.cascadeledger.party.PersonalData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The key of one data subject. It is to be used and dropped: who keeps it can read what was erased.
 */
public final class SubjectKey {

  private static final int DIGEST_BYTES = 16;

  private final String tenant;
  private final UUID subject;
  private final SecretKeyBytes key;

  SubjectKey(String tenant, UUID subject, SecretKeyBytes key) {
    this.tenant = tenant;
    this.subject = subject;
    this.key = key;
  }

  /** Whose key it is. */
  public UUID subject() {
    return subject;
  }

  /**
   * Seals what is known of the subject.
   *
   * @param content a text, in the one form that all texts have that say the same
   * @return the same sealed, with a digest by which it is known again
   */
  public PersonalData seal(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new PersonalData(
        subject,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key.seal(bytes, about(tenant, subject))),
        HexFormat.of().formatHex(key.digest(bytes), 0, DIGEST_BYTES));
  }

  /**
   * Opens what was sealed.
   *
   * @return the content
   * @throws SealBrokenException if it was not sealed with this key, or was changed
   */
  public String open(PersonalData personal) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(personal.sealed());
    } catch (IllegalArgumentException e) {
      throw new SealBrokenException();
    }
    return new String(key.open(sealed, about(tenant, subject)), StandardCharsets.UTF_8);
  }

  /** What everything is about that is sealed with a key, and the key itself when it is wrapped. */
  static String about(String tenant, UUID subject) {
    return tenant + "/" + subject;
  }

  @Override
  public String toString() {
    return "key of " + subject;
  }
}
