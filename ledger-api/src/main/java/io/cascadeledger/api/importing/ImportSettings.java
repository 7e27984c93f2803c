package io.cascadeledger.api.importing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is imported, and where to.
 *
 * @param file the payments
 * @param format the form of the file
 * @param server the address of the ledger, without a path
 * @param access what lets the import in
 * @param failures where the lines that fail are written to
 * @param restart whether to forget how far an earlier run came
 * @param patience for how long it goes on although nothing is taken
 */
public record ImportSettings(
    Path file,
    FileFormat format,
    URI server,
    Access access,
    Path failures,
    boolean restart,
    Duration patience) {

  /** Where it is written down how far the import is. */
  Path progressFile() {
    return file.resolveSibling(file.getFileName() + ".progress");
  }
}
