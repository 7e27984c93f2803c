package io.cascadeledger.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version the release
 * @param gitSha the commit it was built from, or {@code unknown} outside a git checkout
 */
public record BuildInfo(String version, String gitSha) {

  /** The build that is running. */
  public static final BuildInfo CURRENT = read();

  private static BuildInfo read() {
    Properties properties = new Properties();
    try (InputStream resource = BuildInfo.class.getResourceAsStream("build.properties")) {
      properties.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(properties.getProperty("version"), properties.getProperty("git_sha"));
  }
}
