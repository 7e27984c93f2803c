package io.cascadeledger.api.security;

import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Wires this package. It needs a {@link DataSource}, a {@link Clock}, the server's {@link
 * AccessRules} and its {@link SecurityProblems}.
 *
 * <p>One filter of our own is all there is. Spring Security verifies tokens, but its filters are
 * not on the way: there are no sessions, logins or forms to protect, and each request would pay for
 * them.
 */
@Configuration(proxyBeanMethods = false)
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
  AccessFilter accessFilter(
      AccessRules rules,
      SecurityProblems problems,
      SigningKeys keys,
      SecuritySettings settings,
      Clock clock) {
    ReactiveJwtDecoder decoder = decoder(settings, keys, new TokenRules(settings, clock));
    TokenVerifier verifier = new TokenVerifier(decoder, new CallerClaims(settings), clock);
    return new AccessFilter(rules, verifier, problems);
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
}
