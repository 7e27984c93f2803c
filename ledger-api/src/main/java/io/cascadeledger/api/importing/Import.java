package io.cascadeledger.api.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The import of one file. It sends some lines, waits for the answer to each, sends those again that
 * have none, writes down how far it is, and goes on. The keys of the payments make it harmless to
 * send a line twice, so whatever breaks in between, it can begin again where it last wrote.
 */
public final class Import {

  private static final int LINES_PER_REQUEST = 5_000;
  private static final int CHARACTERS_PER_REQUEST = 2_000_000;
  private static final long SHORTEST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final int TOO_LARGE = 413;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final long PERCENT = 100;

  private final ImportSettings settings;
  private final ProgressBar bar;
  private Progress progress;
  private long startLine;
  private long startBytes;
  private long answeredAt = System.nanoTime();

  /** Imports as the settings say, and shows how it goes on. */
  public Import(ImportSettings settings, ProgressBar bar) {
    this.settings = settings;
    this.bar = bar;
  }

  /**
   * Imports.
   *
   * @return how many were posted, had been posted, and failed, with earlier runs that this one
   *     continues
   * @throws ImportFailedException if it cannot go on
   * @throws IOException if a file cannot be read or written
   */
  public ImportSummary run() throws IOException, InterruptedException {
    Path file = settings.file();
    Path progressFile = settings.progressFile();
    progress = settings.restart() ? Progress.none(file) : earlier(file, progressFile);
    startLine = progress.line();
    try (PaymentFile payments = PaymentFile.open(file, settings.format());
        Failures failures = new Failures(settings.failures(), progress.failureBytes());
        BatchClient client = new BatchClient(settings.server(), settings.access())) {
      SourceLine next = skip(payments);
      startBytes = payments.bytesRead();
      while (next != null) {
        List<SourceLine> lines = new ArrayList<>();
        next = fill(lines, next, payments, failures);
        long last = lines.isEmpty() ? progress.line() : lines.getLast().number();
        sendAll(lines, client, failures);
        progress = progress.upTo(last, failures.bytes());
        progress.write(progressFile);
        show(payments);
      }
    }
    Files.deleteIfExists(progressFile);
    return new ImportSummary(progress.posted(), progress.replayed(), progress.failed());
  }

  private Progress earlier(Path file, Path progressFile) throws IOException {
    Progress earlier = Progress.read(progressFile).orElse(null);
    if (earlier == null) {
      return Progress.none(file);
    }
    if (!earlier.isOf(file)) {
      bar.say("The file has changed since an earlier run: beginning with its first line.");
      return Progress.none(file);
    }
    bar.say("Going on behind line %d, as %s says.".formatted(earlier.line(), progressFile));
    return earlier;
  }

  private SourceLine skip(PaymentFile payments) throws IOException {
    SourceLine line = payments.next();
    while (line != null && line.number() <= startLine) {
      line = payments.next();
    }
    return line;
  }

  /** Collects what one request sends, and gives back the line behind it. */
  private SourceLine fill(
      List<SourceLine> lines, SourceLine first, PaymentFile payments, Failures failures)
      throws IOException {
    long characters = 0;
    SourceLine line = first;
    while (line != null
        && lines.size() < LINES_PER_REQUEST
        && characters < CHARACTERS_PER_REQUEST) {
      if (line.tooLong()) {
        failures.add(line, TOO_LARGE, "the line is longer than the ledger takes");
        progress = progress.withFailed();
      } else {
        lines.add(line);
        characters += line.json().length();
      }
      line = payments.next();
    }
    return line;
  }

  private void sendAll(List<SourceLine> lines, BatchClient client, Failures failures)
      throws IOException, InterruptedException {
    List<SourceLine> left = lines;
    long pause = SHORTEST_PAUSE_MILLIS;
    answeredAt = System.nanoTime();
    while (!left.isEmpty()) {
      Request request = new Request(left, failures);
      long wait = pause;
      try {
        client.send(left, request::answered);
      } catch (BatchClient.NotNowException e) {
        wait = Math.max(pause, TimeUnit.SECONDS.toMillis(e.retryAfterSeconds()));
        request.trouble = e;
      } catch (IOException e) {
        request.trouble = e;
      }
      request.requireWritten();
      int before = left.size();
      left = request.left();
      pause = left.size() < before ? SHORTEST_PAUSE_MILLIS : pause;
      if (!left.isEmpty()) {
        requirePatience(request.trouble);
        TimeUnit.MILLISECONDS.sleep(wait);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private void requirePatience(Exception trouble) {
    Duration waited = Duration.ofNanos(System.nanoTime() - answeredAt);
    if (waited.compareTo(settings.patience()) > 0) {
      throw new ImportFailedException(
          "no payment was taken for %d s; the same command goes on from here: %s"
              .formatted(waited.toSeconds(), trouble == null ? "overloaded" : trouble.toString()),
          trouble);
    }
  }

  /** What becomes of the lines of one request. */
  private final class Request {
    private final List<SourceLine> lines;
    private final Failures failures;
    private final List<SourceLine> again = new ArrayList<>();
    private int answered;
    private Exception trouble;
    private IOException notWritten;

    Request(List<SourceLine> lines, Failures failures) {
      this.lines = lines;
      this.failures = failures;
    }

    void answered(JsonNode result) {
      int status = result.path("status").asInt();
      if (result.path("line").asInt() != answered + 1 || answered == lines.size()) {
        throw new ImportFailedException("the server's result fits no line: " + result);
      }
      SourceLine line = lines.get(answered);
      answered++;
      if (status == OK || status == CREATED) {
        progress = progress.withPosted(status == OK);
        answeredAt = System.nanoTime();
      } else if (result.has("retry_after_seconds")) {
        again.add(line);
      } else {
        progress = progress.withFailed();
        answeredAt = System.nanoTime();
        writeDown(line, status, result);
      }
    }

    private void writeDown(SourceLine line, int status, JsonNode result) {
      try {
        failures.add(line, status, result.path("problem"));
      } catch (IOException e) {
        notWritten = e;
      }
    }

    void requireWritten() throws IOException {
      if (notWritten != null) {
        throw notWritten;
      }
    }

    /** The lines that are to be sent again, in their order. */
    List<SourceLine> left() {
      List<SourceLine> left = new ArrayList<>(again);
      left.addAll(lines.subList(answered, lines.size()));
      return left;
    }
  }

  private void show(PaymentFile payments) {
    long bytes = payments.bytesRead();
    long all = Math.max(1, progress.fileBytes());
    bar.show(progress.line() - startLine, bytes - startBytes, all - bytes, bytes * PERCENT / all);
  }
}
