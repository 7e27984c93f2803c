package io.cascadeledger.api.security;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which requests are public and which scope each other one asks for. A request that no rule names
 * is refused even if a route exists for it: to forget a rule closes a door and never opens one.
 */
public final class AccessRules {

  /** What a request that is not public needs. */
  sealed interface Access {

    /** A token with the scope. */
    record Scope(String name) implements Access {}

    /** Another method. */
    record OtherMethod(Set<HttpMethod> allowed) implements Access {}

    /** To be another request. */
    record Unknown() implements Access {}
  }

  private record Rule(HttpMethod method, PathPattern path, Access.Scope scope, boolean messages) {}

  private static final Access UNKNOWN = new Access.Unknown();

  private final List<PathPattern> publicPaths;
  private final List<Rule> rules;

  /** What the rules say of the paths without variables that they name, most of all requests'. */
  private final Map<HttpMethod, Map<String, Access>> named = new HashMap<>();

  /** Those of them that are not public. */
  private final Set<String> namedAndClosed = new HashSet<>();

  /** The last parts of the paths whose errors are answered as messages. */
  private final Set<String> lastOfMessages;

  /**
   * Rules for a server; the paths that issue and describe tokens are always public.
   *
   * @param publicPaths patterns of the paths that need no token, with any method
   * @param scopeRules one for each operation; the first that fits counts
   */
  public AccessRules(List<String> publicPaths, List<ScopeRule> scopeRules) {
    PathPatternParser parser = PathPatternParser.defaultInstance;
    this.publicPaths =
        Stream.concat(TokenRoutes.PATHS.stream(), publicPaths.stream()).map(parser::parse).toList();
    this.rules =
        scopeRules.stream()
            .map(
                rule ->
                    new Rule(
                        rule.method(),
                        parser.parse(rule.pathPattern()),
                        new Access.Scope(rule.scope()),
                        rule.messages()))
            .toList();
    this.lastOfMessages =
        scopeRules.stream()
            .filter(ScopeRule::messages)
            .map(rule -> rule.pathPattern().substring(rule.pathPattern().lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    rules.stream().filter(rule -> !rule.path().hasPatternSyntax()).forEach(this::name);
  }

  private void name(Rule rule) {
    String text = rule.path().getPatternString();
    PathContainer path = PathContainer.parsePath(text);
    named.computeIfAbsent(rule.method(), _ -> new HashMap<>()).put(text, find(rule.method(), path));
    if (!isPublic(path)) {
      namedAndClosed.add(text);
    }
  }

  boolean isPublic(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    return !namedAndClosed.contains(path.value()) && isPublic(path);
  }

  private boolean isPublic(PathContainer path) {
    for (PathPattern publicPath : publicPaths) {
      if (publicPath.matches(path)) {
        return true;
      }
    }
    return false;
  }

  Access of(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    Access known = named.getOrDefault(request.getMethod(), Map.of()).get(path.value());
    return known == null ? find(request.getMethod(), path) : known;
  }

  private Access find(HttpMethod method, PathContainer path) {
    for (Rule rule : rules) {
      if (rule.method().equals(method) && rule.path().matches(path)) {
        return rule.scope();
      }
    }
    Set<HttpMethod> allowed = methodsOf(path);
    return allowed.isEmpty() ? UNKNOWN : new Access.OtherMethod(allowed);
  }

  /** Whether the errors of a request's path are answered as messages. */
  boolean isOfMessages(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    String value = path.value();
    if (!lastOfMessages.contains(value.substring(value.lastIndexOf('/') + 1))) {
      return false; // as nearly all are, and it costs little to know
    }
    for (Rule rule : rules) {
      if (rule.path().matches(path)) {
        return rule.messages();
      }
    }
    return false;
  }

  private Set<HttpMethod> methodsOf(PathContainer path) {
    return rules.stream()
        .filter(rule -> rule.path().matches(path))
        .map(Rule::method)
        .collect(toCollection(LinkedHashSet::new));
  }
}
