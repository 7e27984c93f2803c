package io.cascadeledger.api.security;

/** The token could not be judged, because its issuer's keys could not be read. */
final class TokenUnverifiableException extends RuntimeException {

  TokenUnverifiableException(Throwable cause) {
    super("The keys of the token's issuer could not be read", cause);
  }
}
