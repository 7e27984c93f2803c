package io.cascadeledger.api.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How personal data is sealed.
 *
 * @param masterKey the key that the keys of data subjects are sealed with, in Base64; null or blank
 *     for one in the folder of the embedded database
 */
@ConfigurationProperties("ledger.sealing")
record SealingSettings(@Nullable String masterKey) {

  /** The key is for nobody's eyes. */
  @Override
  public String toString() {
    return "SealingSettings";
  }
}
