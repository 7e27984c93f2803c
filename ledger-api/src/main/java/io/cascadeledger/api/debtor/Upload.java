package io.cascadeledger.api.debtor;

import io.cascadeledger.limits.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * A file and what was said of it.
 *
 * @param account the account that it belongs to
 * @param claim the claim that it is about, or null
 * @param product the product that it is about, or null
 * @param debtor the debtor that it is about, or null
 * @param documentType what kind of document it is; empty if that was not said
 * @param name how the file is called
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Upload(
    String account,
    @Nullable String claim,
    @Nullable String product,
    @Nullable String debtor,
    String documentType,
    String name,
    byte[] content) {

  /** The part that names the account. */
  static final String ACCOUNT = "accountId";

  /** The parts that are texts. */
  static final List<String> TEXTS =
      List.of(ACCOUNT, "documentType", "externalClaimRef", "productReference", "debtorReference");

  /**
   * Reads the upload of a request; the result fails with {@link Failure} if it is none, or too
   * large.
   */
  static Mono<Upload> of(ServerRequest request) {
    return request
        .multipartData()
        .onErrorMap(
            e -> !(e instanceof Failure),
            _ -> new Failure(Failure.BAD_REQUEST, "The body must be multipart/form-data."))
        .flatMap(Upload::read);
  }

  private static Mono<Upload> read(MultiValueMap<String, Part> parts) {
    if (!(parts.getFirst("file") instanceof FilePart file)) {
      throw new Failure(Failure.BAD_REQUEST, "The part file is missing.");
    }
    String account = text(parts, ACCOUNT);
    if (account == null) {
      throw new Failure(Failure.BAD_REQUEST, "The part accountId is missing.");
    }
    String type = text(parts, "documentType");
    return DataBufferUtils.join(file.content(), Limits.DEBTOR_FILE_BYTES)
        .map(Upload::bytes)
        .defaultIfEmpty(new byte[0])
        .map(
            content ->
                new Upload(
                    account,
                    text(parts, "externalClaimRef"),
                    text(parts, "productReference"),
                    text(parts, "debtorReference"),
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
}
