package io.cascadeledger.api.command;

import io.cascadeledger.api.security.Clients;
import io.cascadeledger.api.security.NewClient;
import io.cascadeledger.api.security.Scopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The client of the demo. Its secret is made at the first run and kept beside the data, so that
 * later runs, and curl, can use it again.
 *
 * @param id its identifier
 * @param secret its secret
 */
record DemoClient(String id, String secret) {

  private static final String TENANT = "demo";

  /** The file that holds the client: a line with its identifier, a line with its secret. */
  static Path file(Path data) {
    return data.resolve("demo-client");
  }

  /** The client of an earlier run on the same data, or else a new one. */
  static DemoClient of(Clients clients, Path data) throws IOException {
    Path file = file(data);
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      return new DemoClient(lines.get(0), lines.get(1));
    }
    NewClient created = clients.create(TENANT, Scopes.DESCRIPTIONS.keySet());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    Files.write(file, List.of(created.client().id(), created.secret()));
    return new DemoClient(created.client().id(), created.secret());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return id;
  }
}
