package io.cascadeledger.bench;

import io.cascadeledger.bench.database.Database;
import io.cascadeledger.bench.database.LagSampler;
import io.cascadeledger.bench.http.BatchConversation;
import io.cascadeledger.bench.http.Conversation;
import io.cascadeledger.bench.http.HttpLoad;
import io.cascadeledger.bench.http.Keys;
import io.cascadeledger.bench.http.LoadResult;
import io.cascadeledger.bench.http.Loans;
import io.cascadeledger.bench.http.PaymentConversation;
import io.cascadeledger.bench.http.SetUpConversation;
import io.cascadeledger.bench.process.AccessToken;
import io.cascadeledger.bench.process.BenchServer;
import io.cascadeledger.bench.process.CpuMeter;
import io.cascadeledger.bench.report.CpuSplit;
import io.cascadeledger.bench.report.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ledger under test: its servers, its database, and what was posted to it. */
final class Ledger implements AutoCloseable {

  static final Duration CATCH_UP_BOUND = Duration.ofMinutes(10);

  private static final int SET_UP_CONNECTIONS = 64;

  /** A loan to which nothing else is posted. */
  private static final int HOT_LOAN = Scale.LOANS;

  private final Path launcher;
  private final Path folder;
  private final Map<String, String> environment;
  private final Keys keys = new Keys();
  private BenchServer server;
  private BenchServer second;
  private String token;
  private long postmaster;

  Ledger(Path launcher, Path folder, Map<String, String> environment) {
    this.launcher = launcher;
    this.folder = folder;
    this.environment = environment;
  }

  /** Starts the server; its database is made if it is not there. */
  void start() throws IOException {
    server = BenchServer.embedded(launcher, folder, environment);
  }

  /** Waits until the server is ready: how long that took since its start. */
  Duration awaitReady() throws IOException, InterruptedException, SQLException {
    Duration took = server.awaitReady();
    look();
    return took;
  }

  /** Waits until the server serves, though its projections may be behind. */
  void awaitLive() throws IOException, InterruptedException, SQLException {
    server.awaitLive();
    look();
  }

  private void look() throws IOException, InterruptedException, SQLException {
    postmaster = database().postmaster();
    if (token == null) {
      token = tokenFor("bench");
    }
  }

  /** A token for the books of a tenant. */
  String tokenFor(String tenant) throws IOException, InterruptedException {
    return AccessToken.create(server, database(), tenant);
  }

  void stop() {
    server.close();
    server = null;
  }

  /** Starts another server on the same database. */
  void startSecond() throws IOException, InterruptedException {
    second = BenchServer.on(launcher, database(), folder);
    second.awaitReady();
  }

  void stopSecond() {
    second.close();
    second = null;
  }

  Database database() {
    return server.database(folder);
  }

  Path folder() {
    return folder;
  }

  Keys keys() {
    return keys;
  }

  BenchServer server() {
    return server;
  }

  /** PostgreSQL's first process. */
  long postmaster() {
    return postmaster;
  }

  String token() {
    return token;
  }

  /** Ports of the one server, or of both. */
  List<Integer> ports(boolean both) {
    return both ? List.of(server.port(), second.port()) : List.of(server.port());
  }

  /** Opens the loans, and pays them out. */
  void openLoans() throws IOException {
    open(token, IntStream.rangeClosed(0, HOT_LOAN), "");
  }

  /**
   * Opens loans, and pays them out.
   *
   * @param access a token for the books that they are in
   * @param loans their numbers
   * @param terms what their opening says besides, as further members of its body
   */
  void open(String access, IntStream loans, String terms) throws IOException {
    int[] all = loans.toArray();
    List<SetUpConversation> conversations =
        IntStream.range(0, SET_UP_CONNECTIONS)
            .mapToObj(
                first ->
                    new SetUpConversation(
                        access,
                        keys.next(),
                        IntStream.iterate(first, i -> i < all.length, i -> i + SET_UP_CONNECTIONS)
                            .map(i -> all[i]),
                        terms))
            .toList();
    LoadResult result = HttpLoad.run(ports(false), conversations, HttpLoad.UNTIL_DONE);
    if (result.failed() > 0) {
      throw new IOException("%d loans could not be opened".formatted(result.failed()));
    }
  }

  /**
   * Conversations that post to any of the loans.
   *
   * @param repeatedPercent how many of a hundred requests are repeated
   */
  List<Conversation> spread(int connections, int repeatedPercent) {
    return conversations(
        connections,
        series ->
            new PaymentConversation(
                token,
                series,
                Loans.anyOf(series, Scale.LOANS),
                repeatedPercent,
                Integer.MAX_VALUE));
  }

  /**
   * Conversations that post to some of the loans.
   *
   * @param first the number of the first of them
   * @param count how many they are
   */
  List<Conversation> among(int connections, int first, int count) {
    return conversations(
        connections,
        series -> {
          IntUnaryOperator any = Loans.anyOf(series, count);
          return new PaymentConversation(
              token, series, n -> first + any.applyAsInt(n), 0, Integer.MAX_VALUE);
        });
  }

  /** Conversations that post to the one loan. */
  List<Conversation> hot(int connections, int atMost) {
    return conversations(
        connections, series -> new PaymentConversation(token, series, _ -> HOT_LOAN, 0, atMost));
  }

  /** Conversations that post to any of the loans, many payments in each request. */
  List<Conversation> batches(int connections, int lines, int atMost) {
    return conversations(
        connections,
        series ->
            new BatchConversation(token, series, Loans.anyOf(series, Scale.LOANS), lines, atMost));
  }

  /** A conversation of one payment, to one of the loans. */
  List<Conversation> first() {
    return conversations(
        1,
        series -> new PaymentConversation(token, series, Loans.anyOf(series, Scale.LOANS), 0, 1));
  }

  private List<Conversation> conversations(
      int connections, Function<Keys.Series, Conversation> conversation) {
    return Stream.generate(keys::next).limit(connections).map(conversation).toList();
  }

  /** How many events the one loan has. */
  long eventsOfHotLoan() throws SQLException {
    return database()
        .number("SELECT count(*) FROM events WHERE stream_id = '%s'".formatted(Loans.id(HOT_LOAN)));
  }

  /** Runs a load, looks at what it does to the machine, and waits for the projections. */
  Reading observe(List<Integer> ports, List<Conversation> conversations, Duration duration)
      throws IOException, InterruptedException, SQLException {
    List<Long> servers =
        Stream.of(server, second)
            .filter(each -> each != null && ports.contains(each.port()))
            .map(BenchServer::pid)
            .toList();
    try (LagSampler lag = new LagSampler(database())) {
      CpuMeter cpu = CpuMeter.isPossible() ? new CpuMeter(servers, postmaster) : null;
      LoadResult result = HttpLoad.run(ports, conversations, duration);
      CpuSplit split = cpu == null ? null : cpu.end();
      return new Reading(
          result.perSecond(), result.latencies(), result.failed(), split, lag.end(CATCH_UP_BOUND));
    }
  }

  @Override
  public void close() {
    if (second != null) {
      stopSecond();
    }
    if (server != null) {
      stop();
    }
  }
}
