package io.cascadeledger.api.security;

import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Wires this package. It needs a {@link DataSource}, a {@link Clock}, the server's {@link
 * AccessRules} and its {@link SecurityProblems}.
 *
 * <p>The filter chain is made of two filters and not by Spring Security's builder: there are no
 * sessions, logins or forms to protect, and each request would pay for filters that do nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {

  /** How long another issuer may take to answer. */
  private static final Duration ISSUER_TIMEOUT = Duration.ofSeconds(5);

  private static final int WAITING_TOKEN_REQUESTS = 64;

  @Bean
  Clients clients(DataSource dataSource, Clock clock) {
    return new Clients(dataSource, clock);
  }

  @Bean
  SigningKeys signingKeys(DataSource dataSource, Clock clock) {
    return new SigningKeys(dataSource, clock);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler tokenWork() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return Schedulers.newBoundedElastic(threads, WAITING_TOKEN_REQUESTS, "token", 60, true);
  }

  @Bean
  RouterFunction<ServerResponse> tokenRoutes(
      Clients clients,
      SigningKeys keys,
      SecuritySettings settings,
      Clock clock,
      Scheduler tokenWork) {
    if (settings.externalIssuer().isPresent()) {
      return _ -> Mono.empty();
    }
    TokenIssuer issuer = new TokenIssuer(clients, keys, settings, clock);
    return new TokenRoutes(issuer, keys, settings, tokenWork).routes();
  }

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      AccessRules rules,
      SecurityProblems problems,
      SigningKeys keys,
      SecuritySettings settings,
      Clock clock) {
    ReactiveJwtDecoder decoder = decoder(settings, keys, new TokenRules(settings, clock));
    TokenVerifier verifier = new TokenVerifier(decoder, new CallerClaims(settings), clock);
    return new MatcherSecurityWebFilterChain(
        ServerWebExchangeMatchers.anyExchange(),
        List.of(responseHeaders(), new AccessFilter(rules, verifier, problems)));
  }

  @Bean
  ServerExchangeRejectedHandler serverExchangeRejectedHandler(SecurityProblems problems) {
    return (exchange, _) -> problems.malformed(exchange);
  }

  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  private static ReactiveJwtDecoder decoder(
      SecuritySettings settings, SigningKeys keys, TokenRules rules) {
    if (settings.externalIssuer().isPresent()) {
      // Asks the issuer at the first token and not now: we start also when it is down.
      NimbusReactiveJwtDecoder decoder =
          NimbusReactiveJwtDecoder.withIssuerLocation(settings.acceptedIssuer()).build();
      decoder.setJwtValidator(rules);
      return token -> decoder.decode(token).timeout(ISSUER_TIMEOUT);
    }
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSource(
                (SignedJWT token) -> keys.verifying(token.getHeader().getKeyID()))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .build();
    decoder.setJwtValidator(rules);
    return decoder;
  }

  private static HttpHeaderWriterWebFilter responseHeaders() {
    return new HttpHeaderWriterWebFilter(
        new CompositeServerHttpHeadersWriter(
            StaticServerHttpHeadersWriter.builder()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build(),
            new ContentTypeOptionsServerHttpHeadersWriter(),
            new XFrameOptionsServerHttpHeadersWriter()));
  }
}
