package io.cascadeledger.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Those of whom personal data is kept, and their keys. Each key is looked up when it is needed and
 * kept nowhere else, so that an erasure counts at once for all servers.
 */
public final class DataSubjects {

  private static final String FIND =
      """
      SELECT subject_id, wrapped_key, master_key_id
        FROM data_subject_key
       WHERE tenant = ? AND reference = ? AND erased_at IS NULL
      """;

  private static final String FIND_ALL =
      """
      SELECT subject_id, wrapped_key, master_key_id
        FROM data_subject_key
       WHERE tenant = ? AND subject_id = ANY (?) AND erased_at IS NULL
      """;

  private static final String ADD =
      """
      INSERT INTO data_subject_key
             (tenant, subject_id, reference, wrapped_key, master_key_id, created_at)
      VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
      """;

  private static final String ERASE =
      """
      UPDATE data_subject_key SET wrapped_key = NULL, erased_at = ?
       WHERE tenant = ? AND reference = ? AND erased_at IS NULL
      """;

  private final DataSource database;
  private final Supplier<MasterKey> masterKey;
  private final Clock clock;

  /**
   * The subjects in a database.
   *
   * @param database a pool of connections, each of which commits by itself
   * @param masterKey what the keys are sealed with; asked for when the first of them is needed
   * @param clock says when keys were made and erased
   */
  public DataSubjects(DataSource database, Supplier<MasterKey> masterKey, Clock clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.clock = clock;
  }

  /** How a debtor is referred to whom the lender has named. */
  public static String debtor(String debtorReference) {
    return "debtor/" + debtorReference;
  }

  /** How the debtors of an account are referred to whom the lender has not named. */
  public static String unnamedOfAccount(String accountReference) {
    return "account/" + accountReference;
  }

  /** How the debtor of a claim is referred to whom the lender has not named. */
  public static String unnamedOfClaim(String claimReference) {
    return "claim/" + claimReference;
  }

  /** How those are referred to whom the files of an account are about. */
  public static String filesOfAccount(String accountReference) {
    return "files/" + accountReference;
  }

  /**
   * The key of a subject, which is made if there is none. Who was erased gets a new identity with
   * it.
   *
   * @param reference whose key it is: one of the references that this class makes
   */
  public SubjectKey obtain(String tenant, String reference) {
    Optional<SubjectKey> found = find(tenant, reference);
    if (found.isPresent()) {
      return found.get();
    }
    UUID subject = UUID.randomUUID();
    MasterKey master = masterKey.get();
    byte[] wrapped = master.wrap(SecretKeyBytes.random(), SubjectKey.about(tenant, subject));
    update(
        ADD,
        statement -> {
          statement.setString(1, tenant);
          statement.setObject(2, subject);
          statement.setString(3, reference);
          statement.setBytes(4, wrapped);
          statement.setString(5, master.id());
          statement.setObject(6, now());
        });
    return find(tenant, reference)
        .orElseThrow(() -> new IllegalStateException(reference + " was erased just now"));
  }

  /** The key of a subject, if it has one. */
  public Optional<SubjectKey> find(String tenant, String reference) {
    return query(
            tenant,
            FIND,
            statement -> {
              statement.setString(1, tenant);
              statement.setString(2, reference);
            })
        .values()
        .stream()
        .findFirst();
  }

  /**
   * The keys of some subjects.
   *
   * @return by subject; those that were erased are missing
   */
  public Map<UUID, SubjectKey> findAll(String tenant, Collection<UUID> subjects) {
    return query(
        tenant,
        FIND_ALL,
        statement -> {
          statement.setString(1, tenant);
          statement.setArray(
              2, statement.getConnection().createArrayOf("uuid", subjects.toArray()));
        });
  }

  /**
   * Destroys the key of a subject: what is known of it can never be read again, wherever it is
   * stored. When this returns, that is durable.
   *
   * @return false if it had no key
   */
  public boolean erase(String tenant, String reference) {
    return update(
            ERASE,
            statement -> {
              statement.setObject(1, now());
              statement.setString(2, tenant);
              statement.setString(3, reference);
            })
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private SubjectKey key(String tenant, ResultSet row) throws SQLException {
    UUID subject = row.getObject("subject_id", UUID.class);
    MasterKey master = masterKey.get();
    if (!row.getString("master_key_id").equals(master.id())) {
      throw new IllegalStateException(
          "the key of %s needs the master key %s, not %s"
              .formatted(subject, row.getString("master_key_id"), master.id()));
    }
    return new SubjectKey(
        tenant,
        subject,
        master.unwrap(row.getBytes("wrapped_key"), SubjectKey.about(tenant, subject)));
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private Map<UUID, SubjectKey> query(String tenant, String sql, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        Map<UUID, SubjectKey> keys = new HashMap<>();
        while (rows.next()) {
          SubjectKey key = key(tenant, rows);
          keys.put(key.subject(), key);
        }
        return keys;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the keys of data subjects cannot be read", e);
    }
  }

  private int update(String sql, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys of data subjects cannot be written", e);
    }
  }
}
