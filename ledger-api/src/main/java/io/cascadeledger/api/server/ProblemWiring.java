package io.cascadeledger.api.server;

import io.cascadeledger.api.json.ErrorForm;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.problem.ProblemHandler;
import io.cascadeledger.api.problem.Problems;
import io.cascadeledger.api.security.SecurityProblems;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Every failure is answered with a problem, also those at the door. */
@Configuration(proxyBeanMethods = false)
class ProblemWiring {

  @Bean
  ProblemHandler problemHandler() {
    return new ProblemHandler();
  }

  @Bean
  SecurityProblems securityProblems() {
    return new ProblemsAtTheDoor();
  }

  private static final class ProblemsAtTheDoor implements SecurityProblems {

    @Override
    public Mono<Void> unauthenticated(ServerWebExchange exchange, String detail) {
      if (ErrorForm.isMessages(exchange)
          && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
        return write(
            exchange,
            ProblemCode.INVALID_REQUEST,
            "Missing required request parameters: [Authorization]");
      }
      return write(exchange, ProblemCode.UNAUTHENTICATED, detail + ".");
    }

    @Override
    public Mono<Void> insufficientScope(ServerWebExchange exchange, String scope) {
      return write(
          exchange,
          ProblemCode.INSUFFICIENT_SCOPE,
          "The operation needs the scope %s, which the token does not have.".formatted(scope));
    }

    @Override
    public Mono<Void> notFound(ServerWebExchange exchange) {
      return Problems.write(new ResponseStatusException(HttpStatus.NOT_FOUND), exchange);
    }

    @Override
    public Mono<Void> methodNotAllowed(ServerWebExchange exchange, Set<HttpMethod> allowed) {
      return Problems.write(
          new MethodNotAllowedException(exchange.getRequest().getMethod(), allowed), exchange);
    }

    @Override
    public Mono<Void> malformed(ServerWebExchange exchange) {
      return write(
          exchange, ProblemCode.INVALID_REQUEST, "The request's line or headers are malformed.");
    }

    @Override
    public Mono<Void> unavailable(ServerWebExchange exchange, String detail) {
      return write(exchange, ProblemCode.OVERLOADED, detail + ".");
    }

    private static Mono<Void> write(ServerWebExchange exchange, ProblemCode code, String detail) {
      return Problems.write(new ProblemException(code, detail), exchange);
    }
  }
}
