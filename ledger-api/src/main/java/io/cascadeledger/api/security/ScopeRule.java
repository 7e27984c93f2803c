package io.cascadeledger.api.security;

import java.util.Objects;
import org.springframework.http.HttpMethod;

/**
 * The scope that one operation asks for.
 *
 * @param pathPattern as in a route, such as {@code /v1/loans/{loan_id}/balance}
 */
public record ScopeRule(HttpMethod method, String pathPattern, String scope) {

  /** Refuses nulls. */
  public ScopeRule {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(pathPattern, "pathPattern");
    Objects.requireNonNull(scope, "scope");
  }
}
