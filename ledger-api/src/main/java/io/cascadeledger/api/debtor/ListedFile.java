package io.cascadeledger.api.debtor;

import io.cascadeledger.sealing.SubjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file without its content.
 *
 * @param subject whose key it is sealed with
 * @param name how it is called; null if it was kept before names could be listed
 */
record ListedFile(
    UUID id,
    UUID subject,
    String account,
    @Nullable String claim,
    @Nullable String product,
    @Nullable String debtor,
    String documentType,
    String sha256,
    long bytes,
    @Nullable String name,
    Instant uploadedAt) {

  ListedFile opened(SubjectKey key) {
    return new ListedFile(
        id,
        subject,
        account,
        claim,
        product,
        debtor,
        documentType,
        sha256,
        bytes,
        name == null ? null : StoredFiles.open(key, name),
        uploadedAt);
  }
}
