package io.cascadeledger.api.operation;

import io.cascadeledger.api.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The way from a request to its endpoint. A path is chosen first and the method after that, so that
 * a wrong method is told from a wrong path.
 */
public final class Routes implements RouterFunction<ServerResponse> {

  /** A path and the endpoints that it has. */
  private record Route(PathPattern path, Map<HttpMethod, Endpoint> endpoints)
      implements HandlerFunction<ServerResponse> {

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      // The server sends the answer to a HEAD without its body.
      HttpMethod method =
          request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
      Endpoint endpoint = endpoints.get(method);
      if (endpoint == null) {
        return Mono.error(new MethodNotAllowedException(request.method(), endpoints.keySet()));
      }
      endpoint.operation().answerType(request);
      if (endpoint.operation().body() != null) {
        request.attributes().put(Problems.BODY_ATTRIBUTE, endpoint.operation().body());
      }
      return endpoint.handle(request);
    }
  }

  /** Paths without variables, by their text. */
  private final Map<String, Route> fixed = new HashMap<>();

  /** All paths; the more specific of two that match comes first. */
  private final List<Route> all = new ArrayList<>();

  private Routes(Map<PathPattern, Map<HttpMethod, Endpoint>> paths) {
    paths.forEach(
        (path, endpoints) -> {
          Route route = new Route(path, endpoints);
          all.add(route);
          if (!path.hasPatternSyntax()) {
            fixed.put(path.getPatternString(), route);
          }
        });
  }

  /**
   * Routes to endpoints.
   *
   * @throws IllegalArgumentException if two endpoints have the same path and method
   */
  public static Routes to(List<? extends Endpoint> endpoints) {
    Map<PathPattern, Map<HttpMethod, Endpoint>> paths = new TreeMap<>();
    for (Endpoint endpoint : endpoints) {
      Operation operation = endpoint.operation();
      Endpoint other =
          paths
              .computeIfAbsent(
                  PathPatternParser.defaultInstance.parse(operation.path()),
                  _ -> new LinkedHashMap<>())
              .put(operation.method(), endpoint);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s have the same path and method"
                .formatted(operation.id(), other.operation().id()));
      }
    }
    return new Routes(paths);
  }

  @Override
  public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
    return Mono.justOrEmpty(find(request));
  }

  /**
   * Finds what handles a request, and leaves the path's pattern and variables in its attributes.
   *
   * @return null if the path is of no endpoint
   */
  public @Nullable HandlerFunction<ServerResponse> find(ServerRequest request) {
    PathContainer path = request.requestPath().pathWithinApplication();
    Route known = fixed.get(path.value());
    if (known != null) {
      return found(known, Map.of(), request);
    }
    for (Route route : all) {
      PathPattern.PathMatchInfo match = route.path().matchAndExtract(path);
      if (match != null) {
        return found(route, match.getUriVariables(), request);
      }
    }
    return null;
  }

  private static Route found(Route route, Map<String, String> variables, ServerRequest request) {
    request.attributes().put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, route.path());
    request.attributes().put(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
    return route;
  }

  @Override
  public void accept(RouterFunctions.Visitor visitor) {
    visitor.unknown(this);
  }
}
