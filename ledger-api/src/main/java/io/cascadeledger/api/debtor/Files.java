package io.cascadeledger.api.debtor;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.stream.Sha256;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents that belong to debtor accounts: kept with their hash, sealed with the account's key.
 */
final class Files {

  private static final String ADD =
      """
      INSERT INTO debtor_file (tenant, file_id, account_reference, claim_reference,
          product_reference, document_type, sha256, bytes, content, actor, uploaded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (tenant, account_reference, document_type, sha256) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT file_id FROM debtor_file
       WHERE tenant = ? AND account_reference = ? AND document_type = ? AND sha256 = ?
      """;

  private final JdbcClient database;
  private final DataSubjects subjects;
  private final AccountQueries accounts;
  private final CaughtUp caughtUp;
  private final BusinessClock clock;
  private final Scheduler threads;

  /**
   * Keeps files in a database.
   *
   * @param threads where to wait
   */
  Files(
      JdbcClient database,
      DataSubjects subjects,
      AccountQueries accounts,
      CaughtUp caughtUp,
      BusinessClock clock,
      Scheduler threads) {
    this.database = database;
    this.subjects = subjects;
    this.accounts = accounts;
    this.caughtUp = caughtUp;
    this.clock = clock;
    this.threads = threads;
  }

  /** A file and what was said of it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Upload(
      String account,
      String claim,
      String product,
      String documentType,
      String name,
      byte[] content) {}

  /** Keeps the file of a request; the same file again is the same. */
  Mono<Answer> upload(ServerRequest request) {
    Caller caller = Caller.of(request);
    return request
        .multipartData()
        .onErrorMap(
            e -> !(e instanceof Failure),
            _ -> new Failure(Failure.BAD_REQUEST, "The body must be multipart/form-data."))
        .flatMap(Files::read)
        .flatMap(
            upload ->
                Mono.fromCallable(() -> new Answer(keep(caller, upload))).subscribeOn(threads));
  }

  private static Mono<Upload> read(MultiValueMap<String, Part> parts) {
    if (!(parts.getFirst("file") instanceof FilePart file)) {
      throw new Failure(Failure.BAD_REQUEST, "The part file is missing.");
    }
    String account = text(parts, "accountId");
    if (account == null) {
      throw new Failure(Failure.BAD_REQUEST, "The part accountId is missing.");
    }
    String type = text(parts, "documentType");
    return DataBufferUtils.join(file.content(), Limits.DEBTOR_FILE_BYTES)
        .map(Files::bytes)
        .defaultIfEmpty(new byte[0])
        .map(
            content ->
                new Upload(
                    account,
                    text(parts, "externalClaimRef"),
                    text(parts, "productReference"),
                    type == null ? "" : type,
                    file.filename(),
                    content))
        .onErrorMap(
            DataBufferLimitException.class,
            _ ->
                new Failure(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The file has more than %d bytes.".formatted(Limits.DEBTOR_FILE_BYTES)));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static String text(MultiValueMap<String, Part> parts, String name) {
    if (!(parts.getFirst(name) instanceof FormFieldPart field) || field.value().isBlank()) {
      return null;
    }
    String text = field.value();
    if (text.length() > Limits.REFERENCE_CHARACTERS || text.indexOf('\0') >= 0) {
      throw new Failure(Failure.BAD_REQUEST, "The part " + name + " is too long.");
    }
    return text;
  }

  private ObjectNode keep(Caller caller, Upload upload) {
    caughtUp.await();
    ObjectNode answer = Wire.object();
    if (accounts.withoutEntries(caller.tenant(), upload.account()).block() == null) {
      return answer.set(
          upload.account(), Groups.failure(upload.account(), "There is no such account."));
    }
    String sha256 = HexFormat.of().formatHex(Sha256.of(upload.content()));
    ObjectNode content = Wire.object().put("name", upload.name());
    content.put("content", Base64.getEncoder().encodeToString(upload.content()));
    String subject = DataSubjects.unnamedOfAccount(upload.account());
    database
        .sql(ADD)
        .params(
            caller.tenant(),
            Identifiers.next(),
            upload.account(),
            upload.claim(),
            upload.product(),
            upload.documentType(),
            sha256,
            upload.content().length,
            subjects.obtain(caller.tenant(), subject).seal(content.toString()).sealed(),
            caller.client(),
            clock.now().postedAt().atOffset(ZoneOffset.UTC))
        .update();
    UUID kept =
        database
            .sql(FIND)
            .params(caller.tenant(), upload.account(), upload.documentType(), sha256)
            .query(UUID.class)
            .single();
    return answer.set(
        upload.account(),
        Groups.success("Successfully uploaded a file, SHA-256 " + sha256, kept.toString()));
  }
}
