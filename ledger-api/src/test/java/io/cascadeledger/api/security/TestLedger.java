package io.cascadeledger.api.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A small server behind the real security: an operation to read, one to write, one forgotten. */
@Configuration(proxyBeanMethods = false)
@Import(SecurityConfiguration.class)
@ImportAutoConfiguration({
  CodecsAutoConfiguration.class,
  ErrorWebFluxAutoConfiguration.class,
  HttpHandlerAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  NettyReactiveWebServerAutoConfiguration.class,
  WebFluxAutoConfiguration.class
})
class TestLedger {

  /** Of its own: one server that stops must not take the threads of another in the same JVM. */
  @Bean
  ReactorResourceFactory reactorResourceFactory() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }

  @Bean
  AccessRules accessRules() {
    return new AccessRules(
        List.of("/v1/health/live"),
        List.of(
            new ScopeRule(GET, "/v1/loans/{loan_id}/balance", Scopes.BALANCES_READ),
            new ScopeRule(POST, "/v1/payments", Scopes.PAYMENTS_WRITE)));
  }

  @Bean
  RouterFunction<ServerResponse> ledgerRoutes() {
    return RouterFunctions.route()
        .GET("/v1/health/live", _ -> ServerResponse.ok().build())
        .GET(
            "/v1/loans/{loan_id}/balance",
            request -> {
              Caller caller = Caller.of(request);
              return ServerResponse.ok()
                  .bodyValue(
                      Map.of(
                          "tenant", caller.tenant(),
                          "client", caller.client(),
                          "scopes", caller.scopes()));
            })
        .POST("/v1/payments", _ -> ServerResponse.status(HttpStatus.CREATED).build())
        .GET("/v1/forgotten", _ -> ServerResponse.ok().bodyValue("nobody wrote a rule for me"))
        .build();
  }

  @Bean
  SecurityProblems securityProblems() {
    return new PlainProblems();
  }

  /** Answers with the status and the detail as text. */
  private static final class PlainProblems implements SecurityProblems {

    @Override
    public Mono<Void> unauthenticated(ServerWebExchange exchange, String detail) {
      return answer(exchange, HttpStatus.UNAUTHORIZED, detail);
    }

    @Override
    public Mono<Void> insufficientScope(ServerWebExchange exchange, String scope) {
      return answer(exchange, HttpStatus.FORBIDDEN, scope);
    }

    @Override
    public Mono<Void> notFound(ServerWebExchange exchange) {
      return answer(exchange, HttpStatus.NOT_FOUND, "");
    }

    @Override
    public Mono<Void> methodNotAllowed(ServerWebExchange exchange, Set<HttpMethod> allowed) {
      return answer(exchange, HttpStatus.METHOD_NOT_ALLOWED, allowed.toString());
    }

    @Override
    public Mono<Void> malformed(ServerWebExchange exchange) {
      return answer(exchange, HttpStatus.BAD_REQUEST, "malformed");
    }

    @Override
    public Mono<Void> unavailable(ServerWebExchange exchange, String detail) {
      return answer(exchange, HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status, String text) {
      exchange.getResponse().setStatusCode(status);
      return exchange
          .getResponse()
          .writeWith(
              Mono.fromSupplier(
                  () ->
                      exchange
                          .getResponse()
                          .bufferFactory()
                          .wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
  }
}
