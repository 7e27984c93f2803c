package io.cascadeledger.api.operation;

import io.cascadeledger.api.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The way from a request to its endpoint. A path is chosen first and the method after that, so that
 * a wrong method is told from a wrong path.
 */
public final class Routes {

  private Routes() {}

  /**
   * Routes to endpoints; the more specific of two paths that match comes first.
   *
   * @throws IllegalArgumentException if two endpoints have the same path and method
   */
  public static RouterFunction<ServerResponse> to(List<? extends Endpoint> endpoints) {
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
    RouterFunctions.Builder router = RouterFunctions.route();
    paths.forEach(
        (path, methods) ->
            router.add(
                RouterFunctions.route(
                    RequestPredicates.path(path.getPatternString()), toMethod(methods))));
    return router.build();
  }

  private static HandlerFunction<ServerResponse> toMethod(Map<HttpMethod, Endpoint> methods) {
    return request -> {
      // The server sends the answer to a HEAD without its body.
      HttpMethod method =
          request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
      Endpoint endpoint = methods.get(method);
      if (endpoint == null) {
        return Mono.error(new MethodNotAllowedException(request.method(), methods.keySet()));
      }
      requireAcceptable(request, endpoint.operation().mediaTypes());
      if (endpoint.operation().body() != null) {
        request.attributes().put(Problems.BODY_ATTRIBUTE, endpoint.operation().body());
      }
      return endpoint.handle(request);
    };
  }

  private static void requireAcceptable(ServerRequest request, List<MediaType> produced) {
    List<MediaType> accepted;
    try {
      accepted = request.exchange().getRequest().getHeaders().getAccept();
    } catch (InvalidMediaTypeException e) {
      throw new NotAcceptableStatusException(e.getMessage());
    }
    boolean acceptable =
        accepted.isEmpty()
            || accepted.stream()
                .anyMatch(
                    type ->
                        type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                            || produced.stream().anyMatch(type::isCompatibleWith));
    if (!acceptable) {
      throw new NotAcceptableStatusException(produced);
    }
  }
}
