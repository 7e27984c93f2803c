package io.cascadeledger.api.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Stops the shared server after the last test, while its database is still there. */
final class StopsLedger implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(StopsLedger.class))
        .computeIfAbsent("server", _ -> RunningLedger.SERVER);
  }
}
