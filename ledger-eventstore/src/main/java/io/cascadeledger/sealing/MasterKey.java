package io.cascadeledger.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key that the keys of data subjects are sealed with. It is not in the database: who has a copy
 * of that alone can read nobody's data.
 */
public final class MasterKey {

  private static final byte[] NAME = {'m', 'a', 's', 't', 'e', 'r'};
  private static final int ID_BYTES = 8;

  private final SecretKeyBytes key;
  private final String id;

  private MasterKey(SecretKeyBytes key) {
    this.key = key;
    this.id = HexFormat.of().formatHex(key.digest(NAME), 0, ID_BYTES);
  }

  /** A key that nobody has had before. */
  public static MasterKey random() {
    return new MasterKey(SecretKeyBytes.random());
  }

  /**
   * A key as text.
   *
   * @param base64 32 bytes in Base64
   * @throws IllegalArgumentException if it is no such text; the message does not show it
   */
  public static MasterKey parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the master key is not in Base64");
    }
    if (bytes.length != SecretKeyBytes.BYTES) {
      throw new IllegalArgumentException(
          "the master key must have %d bytes, not %d"
              .formatted(SecretKeyBytes.BYTES, bytes.length));
    }
    return new MasterKey(new SecretKeyBytes(bytes));
  }

  /**
   * The key in a file, which is made with a new key if it is not there, for its owner alone.
   *
   * @throws IOException if the file can neither be read nor be made
   * @throws IllegalArgumentException if it holds no key
   */
  public static MasterKey inFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Path whole =
            Files.createTempFile(file.toAbsolutePath().getParent(), "key", null, owner(file));
        Files.writeString(whole, random().text(), StandardOpenOption.SYNC);
        Files.createLink(file, whole); // whole or not at all, and never in place of another
        Files.delete(whole);
      } catch (FileAlreadyExistsException e) {
        // Another has made it meanwhile.
      }
    }
    return parse(Files.readString(file));
  }

  private static FileAttribute<?>[] owner(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
  }

  /** The key as text, to be kept where nobody sees it. */
  public String text() {
    return Base64.getEncoder().encodeToString(key.bytes());
  }

  /** By what it is known, and which says nothing of it. */
  public String id() {
    return id;
  }

  byte[] wrap(SecretKeyBytes other, String about) {
    return key.seal(other.bytes(), about);
  }

  SecretKeyBytes unwrap(byte[] wrapped, String about) {
    return new SecretKeyBytes(key.open(wrapped, about));
  }

  @Override
  public String toString() {
    return "master key " + id;
  }
}
