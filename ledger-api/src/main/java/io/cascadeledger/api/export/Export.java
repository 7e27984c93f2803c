package io.cascadeledger.api.export;

import io.cascadeledger.api.exchange.LedgerPosition;
import io.cascadeledger.api.exchange.Places;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.journal.JournalItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Answers with texts and tables that are written while they are read. */
final class Export {

  static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  static final MediaType PARQUET = new MediaType("application", "vnd.apache.parquet");

  private static final Scheduler THREADS = Schedulers.boundedElastic();

  private final Places places =
      new Places(
          Limits.EXPORTS_AT_ONCE,
          "The ledger is writing %d exports already.".formatted(Limits.EXPORTS_AT_ONCE));

  /** A journal, page by page, as a text in the form of a writer. */
  static Flux<byte[]> journal(JournalWriter writer, Flux<List<JournalItem>> pages) {
    StringBuilder begin = new StringBuilder();
    writer.begin(begin);
    long[] entries = new long[1];
    return Flux.concat(
            Mono.just(begin),
            pages.map(
                page -> {
                  StringBuilder text = new StringBuilder(page.size() * 512);
                  page.forEach(entry -> writer.entry(text, entry));
                  entries[0] += page.size();
                  return text;
                }),
            Mono.fromSupplier(
                () -> {
                  StringBuilder end = new StringBuilder();
                  writer.end(end, entries[0]);
                  return end;
                }))
        .map(text -> text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A table, some rows at a time. Writing them may take a while, so it has threads of its own. */
  static <R> Flux<byte[]> table(TableWriter<R> writer, Flux<List<R>> rows) {
    return Flux.concat(
        Mono.fromSupplier(writer::begin),
        rows.concatMap(some -> Mono.fromSupplier(() -> writer.rows(some)).subscribeOn(THREADS), 1),
        Mono.fromSupplier(writer::end).subscribeOn(THREADS));
  }

  /**
   * Answers with pieces of a text or table, if not too many others are being written.
   *
   * @param position the position up to which it knows the books
   * @param file what a file of it is called
   */
  Mono<ServerResponse> answer(
      ServerRequest request, MediaType type, String file, long position, Flux<byte[]> pieces) {
    Flux<DataBuffer> buffers =
        pieces
            .filter(piece -> piece.length > 0)
            .map(piece -> request.exchange().getResponse().bufferFactory().wrap(piece));
    return ServerResponse.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file))
        .header(LedgerPosition.HEADER, Long.toString(position))
        .body(BodyInserters.fromDataBuffers(places.in(buffers)));
  }
}
