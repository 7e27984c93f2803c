package io.cascadeledger.api.security;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A request for a token that is not granted, in the words of RFC 6749, section 5.2. */
final class TokenRefusal extends RuntimeException {

  private final HttpStatus status;
  private final String error;
  private final Duration retryAfter;

  private TokenRefusal(HttpStatus status, String error, String description, Duration retryAfter) {
    // Thrown for whatever strangers send: without the cost of a stack trace that nobody reads.
    super(description, null, false, false);
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  static TokenRefusal invalidRequest(String description) {
    return refusal(HttpStatus.BAD_REQUEST, "invalid_request", description);
  }

  static TokenRefusal tooLarge() {
    return refusal(HttpStatus.CONTENT_TOO_LARGE, "invalid_request", "The request is too large");
  }

  static TokenRefusal invalidClient() {
    return refusal(HttpStatus.UNAUTHORIZED, "invalid_client", "Client or secret is wrong");
  }

  static TokenRefusal noCredentials() {
    return refusal(
        HttpStatus.UNAUTHORIZED,
        "invalid_client",
        "Send client_id and client_secret in the form or as HTTP Basic");
  }

  static TokenRefusal unsupportedGrantType() {
    return refusal(
        HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Only client_credentials is supported");
  }

  static TokenRefusal invalidScope() {
    return refusal(
        HttpStatus.BAD_REQUEST,
        "invalid_scope",
        "A scope does not exist or is not one of the client's");
  }

  static TokenRefusal tooManyWrongSecrets(Duration pause) {
    return new TokenRefusal(
        HttpStatus.TOO_MANY_REQUESTS,
        "temporarily_unavailable",
        "Too many wrong secrets for this client",
        pause);
  }

  static TokenRefusal busy() {
    return new TokenRefusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        "temporarily_unavailable",
        "No token can be issued now",
        Duration.ofSeconds(1));
  }

  private static TokenRefusal refusal(HttpStatus status, String error, String description) {
    return new TokenRefusal(status, error, description, null);
  }

  HttpStatus status() {
    return status;
  }

  String error() {
    return error;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
