package io.cascadeledger.api.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An OAuth2 client: a program that works for one tenant.
 *
 * @param scopes what it may ask for
 * @param disabledAt since when it gets no tokens
 */
public record Client(
    String id, String tenant, Set<String> scopes, Instant createdAt, Optional<Instant> disabledAt) {

  /** Copies the scopes. */
  public Client {
    scopes = Set.copyOf(scopes);
  }
}
