package io.cascadeledger.api.debtor;

import io.cascadeledger.api.debtor.StoredFiles.Content;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.stream.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents that belong to debtor accounts: kept, listed and read with their hash. */
final class Files {

  private static final UUID FIRST = new UUID(0, 0);

  private final StoredFiles stored;
  private final AccountQueries accounts;
  private final CaughtUp caughtUp;
  private final Triggers triggers;
  private final BusinessClock clock;
  private final Scheduler threads;

  /**
   * Keeps files.
   *
   * @param threads where to wait
   */
  Files(
      StoredFiles stored,
      AccountQueries accounts,
      CaughtUp caughtUp,
      Triggers triggers,
      BusinessClock clock,
      Scheduler threads) {
    this.stored = stored;
    this.accounts = accounts;
    this.caughtUp = caughtUp;
    this.triggers = triggers;
    this.clock = clock;
    this.threads = threads;
  }

  /** Keeps the file of a request; the same file again is the same. */
  Mono<Answer> upload(ServerRequest request) {
    CustomTrigger trigger = Triggers.of(request);
    return Upload.of(request)
        .flatMap(
            upload ->
                Mono.fromCallable(() -> new Answer(keep(request, upload, trigger)))
                    .subscribeOn(threads));
  }

  private ObjectNode keep(ServerRequest request, Upload upload, @Nullable CustomTrigger trigger) {
    Caller caller = Caller.of(request);
    ObjectNode answer = Wire.object();
    if (!exists(caller.tenant(), upload.account())) {
      return answer.set(
          upload.account(), Groups.failure(upload.account(), "There is no such account."));
    }
    String sha256 = HexFormat.of().formatHex(Sha256.of(upload.content()));
    UUID kept =
        stored.keep(caller.tenant(), caller.client(), upload, sha256, clock.now().postedAt());
    if (trigger != null) {
      triggers.fire(request, trigger, List.of(upload.account()));
    }
    return answer.set(
        upload.account(),
        Groups.success("Successfully uploaded a file, SHA-256 " + sha256, kept.toString()));
  }

  private boolean exists(String tenant, String account) {
    caughtUp.await();
    return accounts.withoutEntries(tenant, account).block() != null;
  }

  /** The files of an account, page by page. */
  Answer list(String tenant, ServerRequest request) {
    String account = Query.required(request, AccountWrites.ACCOUNT);
    int limit = Query.number(request, "limit", Limits.DEBTOR_PAGE, Limits.DEBTOR_PAGE);
    String page = Query.text(request, "paginationId");
    UUID after = page == null ? FIRST : id(page, "paginationId must be one that a Link has named.");
    if (!exists(tenant, account)) {
      throw new Failure(HttpStatus.NOT_FOUND, "There is no account " + account + ".");
    }
    // One more than wanted tells whether there is another page.
    List<ListedFile> found = stored.page(tenant, account, after, limit + 1);
    List<ListedFile> shown = found.subList(0, Math.min(limit, found.size()));
    ArrayNode files = Wire.array();
    shown.forEach(file -> files.add(write(file)));
    Answer answer = new Answer(files);
    return found.size() <= limit
        ? answer
        : answer.linked(
            request
                .uriBuilder()
                .replaceQueryParam("paginationId", shown.getLast().id())
                .build()
                .toASCIIString());
  }

  private static ObjectNode write(ListedFile file) {
    ObjectNode object = Wire.object().put("fileId", file.id().toString());
    Wire.put(object, "accountReference", file.account());
    Wire.put(object, "externalClaimRef", file.claim());
    Wire.put(object, "productReference", file.product());
    Wire.put(object, "debtorReference", file.debtor());
    Wire.put(object, "documentType", file.documentType());
    Wire.put(object, "name", file.name());
    Wire.put(object, "sha256", file.sha256());
    object.put("bytes", file.bytes());
    Wire.put(object, "uploadedAt", EventReads.write(file.uploadedAt()));
    return object;
  }

  /** A file as it was uploaded. */
  ServerResponse content(String tenant, ServerRequest request) {
    UUID file =
        id(Query.required(request, "fileId"), "fileId must be one that an answer has named.");
    Content content =
        stored
            .find(tenant, file)
            .orElseThrow(
                () ->
                    new Failure(HttpStatus.NOT_FOUND, "There is no such file, or it was erased."));
    ContentDisposition name =
        ContentDisposition.attachment().filename(content.name(), StandardCharsets.UTF_8).build();
    String digest = Base64.getEncoder().encodeToString(Sha256.of(content.bytes()));
    // Whatever it is, a browser is not to run it.
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", name.toString())
        .header("Repr-Digest", "sha-256=:" + digest + ":")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .bodyValue(content.bytes())
        .block();
  }

  private static UUID id(String text, String otherwise) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new Failure(Failure.BAD_REQUEST, otherwise);
    }
  }
}
