package io.cascadeledger.api.debtor;

import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.sealing.SubjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of debtor accounts in the database. Each is sealed, with its name: with the key of the
 * debtor that it is about, or with one for all other files of the account. It blocks.
 */
final class StoredFiles {

  private static final String ADD =
      """
      INSERT INTO debtor_file (tenant, file_id, account_reference, claim_reference,
          product_reference, debtor_reference, document_type, sha256, bytes, subject_id, name,
          content, actor, uploaded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (tenant, account_reference, document_type, sha256) DO NOTHING
      """;

  private static final String SAME =
      """
      SELECT file_id FROM debtor_file
       WHERE tenant = ? AND account_reference = ? AND document_type = ? AND sha256 = ?
      """;

  private static final String COLUMNS =
      """
      SELECT file_id, account_reference, claim_reference, product_reference, debtor_reference,
             document_type, sha256, bytes, subject_id, name, uploaded_at
        FROM debtor_file
      """;

  private static final String PAGE =
      COLUMNS
          + " WHERE tenant = ? AND account_reference = ? AND file_id > ? ORDER BY file_id LIMIT ?";

  private static final String FIND =
      "SELECT subject_id, content FROM debtor_file WHERE tenant = ? AND file_id = ?";

  private static final String OF_DEBTOR =
      "DELETE FROM debtor_file WHERE tenant = ? AND debtor_reference = ?";

  private static final String OF_ACCOUNT =
      "DELETE FROM debtor_file"
          + " WHERE tenant = ? AND account_reference = ? AND debtor_reference IS NULL";

  private static final String OF_CLAIM =
      "DELETE FROM debtor_file WHERE tenant = ? AND claim_reference = ?";

  private final JdbcClient database;
  private final DataSubjects subjects;

  StoredFiles(JdbcClient database, DataSubjects subjects) {
    this.database = database;
    this.subjects = subjects;
  }

  /** A file's name and its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Content(String name, byte[] bytes) {}

  /**
   * Keeps a file; the same file of the same type in an account is the same.
   *
   * @param sha256 the hash of its content, in hexadecimal
   * @return its identifier
   */
  UUID keep(String tenant, String actor, Upload upload, String sha256, Instant at) {
    ObjectNode content = Wire.object().put("name", upload.name());
    content.put("content", Base64.getEncoder().encodeToString(upload.content()));
    SubjectKey key =
        subjects.obtain(
            tenant,
            upload.debtor() == null
                ? DataSubjects.filesOfAccount(upload.account())
                : DataSubjects.debtor(upload.debtor()));
    database
        .sql(ADD)
        .params(
            tenant,
            Identifiers.next(),
            upload.account(),
            upload.claim(),
            upload.product(),
            upload.debtor(),
            upload.documentType(),
            sha256,
            upload.content().length,
            key.subject(),
            key.seal(upload.name()).sealed(),
            key.seal(content.toString()).sealed(),
            actor,
            at.atOffset(ZoneOffset.UTC))
        .update();
    return database
        .sql(SAME)
        .params(tenant, upload.account(), upload.documentType(), sha256)
        .query(UUID.class)
        .single();
  }

  /**
   * The files of an account, in the order in which they came.
   *
   * @param after the last file before the page
   */
  List<ListedFile> page(String tenant, String account, UUID after, int limit) {
    List<ListedFile> files =
        database
            .sql(PAGE)
            .params(tenant, account, after, limit)
            .query((row, _) -> listed(row))
            .list();
    Map<UUID, SubjectKey> keys =
        subjects.findAll(
            tenant, files.stream().map(ListedFile::subject).collect(Collectors.toSet()));
    // A file whose key was destroyed while it was being kept is nobody's any more.
    return files.stream()
        .filter(file -> keys.containsKey(file.subject()))
        .map(file -> file.opened(keys.get(file.subject())))
        .toList();
  }

  private static ListedFile listed(ResultSet row) throws SQLException {
    return new ListedFile(
        row.getObject("file_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getString("account_reference"),
        row.getString("claim_reference"),
        row.getString("product_reference"),
        row.getString("debtor_reference"),
        row.getString("document_type"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("name"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }

  /** A file's content; empty if there is none, or it was erased. */
  Optional<Content> find(String tenant, UUID file) {
    return database
        .sql(FIND)
        .params(tenant, file)
        .query(
            (row, _) ->
                new PersonalData(
                    row.getObject("subject_id", UUID.class), row.getString("content"), ""))
        .optional()
        .flatMap(personal -> open(tenant, personal));
  }

  private Optional<Content> open(String tenant, PersonalData personal) {
    return Optional.ofNullable(
            subjects.findAll(tenant, List.of(personal.subject())).get(personal.subject()))
        .map(key -> Wire.read(key.open(personal)))
        .map(
            content ->
                new Content(
                    content.path("name").asString(),
                    Base64.getDecoder().decode(content.path("content").asString())));
  }

  static String open(SubjectKey key, String text) {
    return key.open(new PersonalData(key.subject(), text, ""));
  }

  /**
   * Erases the files about a debtor, and those of some accounts that are about nobody in
   * particular.
   *
   * @return whether there were any
   */
  boolean eraseOfDebtor(String tenant, String debtor, Collection<String> accounts) {
    boolean erased = delete(OF_DEBTOR, tenant, debtor);
    for (String account : accounts) {
      erased |= eraseOfAccount(tenant, account);
    }
    return erased;
  }

  /**
   * Erases the files of an account that are about nobody in particular, and their key: copies of
   * the database cannot be read either.
   *
   * @return whether there were any
   */
  boolean eraseOfAccount(String tenant, String account) {
    boolean erased = delete(OF_ACCOUNT, tenant, account);
    return subjects.erase(tenant, DataSubjects.filesOfAccount(account)) || erased;
  }

  /**
   * Erases the files about a claim.
   *
   * @return whether there were any
   */
  boolean eraseOfClaim(String tenant, String claim) {
    return delete(OF_CLAIM, tenant, claim);
  }

  private boolean delete(String sql, String tenant, String reference) {
    return database.sql(sql).params(tenant, reference).update() > 0;
  }
}
