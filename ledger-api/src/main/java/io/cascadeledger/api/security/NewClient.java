package io.cascadeledger.api.security;

/**
 * A client just created.
 *
 * @param secret what it authenticates with: to be handed over now, as it is kept nowhere
 */
public record NewClient(Client client, String secret) {

  /** Without the secret, so that it is not logged by accident. */
  @Override
  public String toString() {
    return "NewClient[client=" + client + "]";
  }
}
