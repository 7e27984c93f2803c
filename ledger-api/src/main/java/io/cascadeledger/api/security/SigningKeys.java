package io.cascadeledger.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The keys that sign access tokens (ES256). They live in the database, so that all nodes share
 * them: the newest signs, all that are not retired verify. A node learns of another node's change
 * within a minute, of a key it has never seen at once.
 */
public final class SigningKeys {

  /** The advisory lock under which keys are made: "ledgerky" in ASCII. */
  private static final long LOCK = 0x6c65646765726b79L;

  private static final Duration FRESH = Duration.ofMinutes(1);

  /** Tokens with made-up key identifiers cause one query in this time, not one each. */
  private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(1);

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  /** The keys that were not retired when they were read, newest first. */
  private record Known(List<ECKey> keys, Instant readAt) {

    boolean isYounger(Duration age, Instant now) {
      return readAt.isAfter(now.minus(age));
    }

    Optional<ECKey> key(String keyId) {
      return keys.stream().filter(key -> key.getKeyID().equals(keyId)).findFirst();
    }
  }

  /** The keys in a database. */
  public SigningKeys(DataSource dataSource, Clock clock) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  /**
   * Makes a key that signs from now on; the earlier ones still verify. Retire those once the tokens
   * they signed have run out, which is an hour and a minute later.
   *
   * @return its identifier, the {@code kid} of the tokens it signs
   */
  public String rotate() {
    ECKey key = underLock(this::insertNew);
    readAgain(Duration.ZERO);
    return key.getKeyID();
  }

  /**
   * Withdraws a key: within two minutes no node accepts its tokens. If it was the last, the next
   * token brings a new one.
   *
   * @return false if there is no such key, or it was retired before
   */
  public boolean retire(String keyId) {
    int rows =
        database
            .sql(
                """
                UPDATE signing_key SET retired_at = :now
                WHERE key_id = :key_id AND retired_at IS NULL
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("key_id", keyId)
            .update();
    readAgain(Duration.ZERO);
    return rows == 1;
  }

  /** The public halves of the keys that verify, newest first; at least one. Blocks. */
  public List<JWK> published() {
    signing();
    return known.keys().stream().<JWK>map(ECKey::toPublicJWK).toList();
  }

  /** The key that signs; made if there is none. Blocks. */
  ECKey signing() {
    Known fresh = readAgain(FRESH);
    if (fresh.keys().isEmpty()) {
      underLock(() -> newest().orElseGet(this::insertNew));
      fresh = readAgain(Duration.ZERO);
    }
    return fresh.keys().getFirst();
  }

  /** The public key with that identifier, if it verifies; read off the caller's thread. */
  Flux<JWK> verifying(String keyId) {
    if (keyId == null) {
      return Flux.empty();
    }
    Known now = known;
    Optional<ECKey> key = now.key(keyId);
    if (now.isYounger(key.isPresent() ? FRESH : BETWEEN_SEARCHES, clock.instant())) {
      return Flux.fromStream(key.map(ECKey::toPublicJWK).stream());
    }
    return Mono.fromCallable(() -> readAgain(BETWEEN_SEARCHES))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapMany(read -> Flux.fromStream(read.key(keyId).map(ECKey::toPublicJWK).stream()));
  }

  private synchronized Known readAgain(Duration unlessYoungerThan) {
    Instant now = clock.instant();
    if (!known.isYounger(unlessYoungerThan, now)) {
      known = new Known(all(), now);
    }
    return known;
  }

  private List<ECKey> all() {
    return database
        .sql("SELECT jwk FROM signing_key WHERE retired_at IS NULL ORDER BY number DESC")
        .query((row, _) -> parse(row.getString("jwk")))
        .list();
  }

  private Optional<ECKey> newest() {
    return all().stream().findFirst();
  }

  private ECKey underLock(Supplier<ECKey> action) {
    return transaction.execute(
        _ -> {
          database
              .sql("SELECT pg_advisory_xact_lock(:lock)")
              .param("lock", LOCK)
              .query((_, _) -> LOCK)
              .single();
          return action.get();
        });
  }

  private ECKey insertNew() {
    ECKey key = generate();
    database
        .sql(
            """
            INSERT INTO signing_key (key_id, jwk, created_at)
            VALUES (:key_id, CAST(:jwk AS jsonb), :now)
            """)
        .param("key_id", key.getKeyID())
        .param("jwk", key.toJSONString())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return key;
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  private static ECKey parse(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      // Without the cause, whose message may quote the key.
      throw new IllegalStateException("signing_key holds a row that is not an EC key");
    }
  }
}
