package io.cascadeledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.limits.Limits;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The OAuth2 clients. All methods block. No client exists until one is created, and a secret is
 * known only to whoever created it.
 */
public final class Clients {

  /** What an identifier looks like; safe in a form, a header and a log line. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,62}");

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final int CLIENTS_REMEMBERED = 1_000;

  /** How long another node's change of a client may go unseen. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** That of a secret that nobody knows, for whoever names a client that is not there. */
  private static final String NOBODYS_HASH =
      "$2a$10$IiOWJAofZrnmAemDaO7nL.3ti0O3qWAaJrsbKSFeozd0BU5z/Z2GS";

  private static final String COLUMNS =
      "client_id, tenant, secret_hash, scopes, created_at, disabled_at";

  private final JdbcClient database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder hashing;
  private final Cache<String, Optional<Stored>> remembered =
      Caffeine.newBuilder().maximumSize(CLIENTS_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  private record Stored(Client client, String secretHash) {}

  /** The clients in a database. */
  public Clients(DataSource dataSource, Clock clock) {
    this(dataSource, clock, new BCryptPasswordEncoder());
  }

  Clients(DataSource dataSource, Clock clock, PasswordEncoder hashing) {
    this.database = JdbcClient.create(dataSource);
    this.clock = clock;
    this.hashing = hashing;
  }

  /**
   * Creates a client with an identifier of its own making.
   *
   * @throws IllegalArgumentException if the tenant's name or a scope is not one
   */
  public NewClient create(String tenant, Set<String> scopes) {
    return create(tenant, scopes, "client_" + randomText(ID_BYTES));
  }

  /**
   * Creates a client.
   *
   * @throws IllegalArgumentException if the tenant's name, a scope or the identifier is not one, or
   *     the identifier is taken
   */
  public NewClient create(String tenant, Set<String> scopes, String id) {
    require(Limits.TENANT.matcher(tenant).matches(), "Not a tenant's name: " + tenant);
    require(ID.matcher(id).matches(), "Not a client identifier: " + id);
    require(!scopes.isEmpty(), "A client needs at least one scope");
    for (String scope : scopes) {
      require(Scopes.DESCRIPTIONS.containsKey(scope), "Not a scope: " + scope);
    }
    // PostgreSQL keeps microseconds; what is returned should equal what is read later.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Client client = new Client(id, tenant, scopes, now, Optional.empty());
    String secret = randomText(SECRET_BYTES);
    insert(new Stored(client, hashing.encode(secret)));
    return new NewClient(client, secret);
  }

  /**
   * Disables a client: within seconds no node gives it a token. Tokens it has run out within the
   * hour; to withdraw those as well, retire the key that signed them.
   *
   * @return false if there is no such client, or it was disabled before
   */
  public boolean disable(String id) {
    int rows =
        database
            .sql(
                """
                UPDATE oauth_client SET disabled_at = :now
                WHERE client_id = :id AND disabled_at IS NULL
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
    remembered.invalidate(id);
    return rows == 1;
  }

  /** All clients, by tenant and age. */
  public List<Client> list() {
    return database
        .sql("SELECT " + COLUMNS + " FROM oauth_client ORDER BY tenant, created_at, client_id")
        .query((row, _) -> stored(row).client())
        .list();
  }

  /**
   * The client with that identifier and secret, if it is not disabled. Takes as long when there is
   * no such client, so that the answer's time does not tell.
   */
  Optional<Client> authenticate(String id, String secret) {
    Optional<Stored> found =
        ID.matcher(id).matches() ? remembered.get(id, this::find) : Optional.empty();
    boolean secretIsRight =
        hashing.matches(secret, found.map(Stored::secretHash).orElse(NOBODYS_HASH));
    return found
        .filter(_ -> secretIsRight)
        .map(Stored::client)
        .filter(client -> client.disabledAt().isEmpty());
  }

  private void insert(Stored stored) {
    Client client = stored.client();
    try {
      database
          .sql(
              """
              INSERT INTO oauth_client (client_id, tenant, secret_hash, scopes, created_at)
              VALUES (:id, :tenant, :secret_hash, :scopes, :created_at)
              """)
          .param("id", client.id())
          .param("tenant", client.tenant())
          .param("secret_hash", stored.secretHash())
          .param("scopes", new TreeSet<>(client.scopes()).toArray(String[]::new))
          .param("created_at", client.createdAt().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("The client identifier is taken: " + client.id(), e);
    }
    remembered.invalidate(client.id());
  }

  private Optional<Stored> find(String id) {
    return database
        .sql("SELECT " + COLUMNS + " FROM oauth_client WHERE client_id = :id")
        .param("id", id)
        .query((row, _) -> stored(row))
        .optional();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new Client(
            row.getString("client_id"),
            row.getString("tenant"),
            Set.of((String[]) row.getArray("scopes").getArray()),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("disabled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)),
        row.getString("secret_hash"));
  }

  private String randomText(int bytes) {
    byte[] text = new byte[bytes];
    random.nextBytes(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
