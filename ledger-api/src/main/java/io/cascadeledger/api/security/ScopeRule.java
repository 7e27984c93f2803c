package io.cascadeledger.api.security;

import java.util.Objects;
import org.springframework.http.HttpMethod;

/**
 * The scope that one operation asks for.
 *
 * @param pathPattern as in a route, such as {@code /v1/loans/{loan_id}/balance}
 * @param messages whether errors are answered as messages, and a token may come without its scheme
 */
public record ScopeRule(HttpMethod method, String pathPattern, String scope, boolean messages) {

  /** A rule for an operation whose errors are problem documents. */
  public ScopeRule(HttpMethod method, String pathPattern, String scope) {
    this(method, pathPattern, scope, false);
  }

  /** Refuses nulls. */
  public ScopeRule {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(pathPattern, "pathPattern");
    Objects.requireNonNull(scope, "scope");
  }
}
