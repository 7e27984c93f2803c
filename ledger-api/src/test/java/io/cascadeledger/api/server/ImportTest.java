package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.command.ImportCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code ledger import} against a real server. */
@ExtendWith(StopsLedger.class)
class ImportTest {

  private final Tenant lender = RunningLedger.newTenant();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("payments.ndjson");
  }

  private int run(int port, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--url=http://localhost:" + port);
    arguments.add("--client-id=" + lender.client().client().id());
    arguments.add("--client-secret=" + lender.client().secret());
    return new CommandLine(new ImportCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println(failure.getMessage());
              return 1;
            })
        .execute(arguments.toArray(String[]::new));
  }

  private int run(String... options) {
    return run(lender.port(), options);
  }

  private Path failures() {
    return folder.resolve(file.getFileName() + ".failed.ndjson");
  }

  private Path progress() {
    return folder.resolve(file.getFileName() + ".progress");
  }

  private static List<String> lines(UUID loan, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Batch.line("import:" + i, loan, 10, "2026-02-%02d".formatted(1 + i % 28)))
        .toList();
  }

  @Test
  void what_can_be_posted_is_posted_and_the_rest_is_written_down_with_its_problems()
      throws IOException {
    UUID loan = lender.newLoan();
    List<String> lines = new ArrayList<>(lines(loan, 3));
    lines.add(1, Batch.line("import:unknown", UUID.randomUUID(), 10));
    lines.add(2, "");
    lines.add("{\"no\": ");
    lines.add(Batch.line("import:x", loan, 10).replaceFirst("\"idempotency_key\":[^,]*,", ""));
    lines.add("x".repeat(200_000));
    Files.write(file, lines);

    int exit = run(file.toString());

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines("posted:   3\nreplayed: 0\nfailed:   4\n");
    List<JsonNode> failed = Batch.results(Files.readString(failures()));
    assertThat(failed)
        .extracting(it -> it.path("line").asInt() + " " + it.at("/problem/code").asString(""))
        .containsExactlyInAnyOrder(
            "2 loan_not_found", "6 malformed_json", "7 idempotency_key_missing", "8 ");
    assertThat(failed)
        .filteredOn(it -> it.path("line").asInt() == 2)
        .singleElement()
        .extracting(it -> it.path("input").asString())
        .isEqualTo(lines.get(1));
    assertThat(progress()).doesNotExist();
    assertThat(lender.owed(loan)).isEqualTo("0 0 999970 0");
  }

  @Test
  void a_second_run_posts_nothing_twice_and_an_edited_file_only_what_is_new() throws IOException {
    UUID loan = lender.newLoan();
    Files.write(file, lines(loan, 3));
    assertThat(run(file.toString())).as(err.toString()).isZero();
    Files.write(file, lines(loan, 5).reversed());
    out.getBuffer().setLength(0);

    assertThat(run(file.toString())).isZero();

    assertThat(out.toString())
        .isEqualToNormalizingNewlines("posted:   2\nreplayed: 3\nfailed:   0\n");
    assertThat(failures()).doesNotExist();
    assertThat(lender.owed(loan)).isEqualTo("0 0 999950 0");
  }

  @Test
  void comma_separated_values_are_payments_with_the_names_of_the_first_line() throws IOException {
    UUID loan = lender.newLoan();
    Path csv = folder.resolve("payments.CSV");
    Files.writeString(
        csv,
        """
        idempotency_key,loan_id,amount_minor,currency,effective_at,external_ref,metadata.note
        import:csv:1,%1$s,10,USD,2026-02-01,"a ""quoted"", reference",from the branch
        import:csv:2,%1$s,20,USD,2026-02-02,,
        import:csv:3,%1$s,,USD,2026-02-02,,
        """
            .formatted(loan));

    assertThat(run(csv.toString())).isEqualTo(1);

    assertThat(out.toString()).startsWith("posted:   2");
    JsonNode failed =
        Batch.results(Files.readString(folder.resolve("payments.CSV.failed.ndjson"))).getFirst();
    assertThat(failed.path("line").asInt()).isEqualTo(4);
    assertThat(failed.at("/problem/errors/0/field").asString()).isEqualTo("amount_minor");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999970 0");
  }

  @Test
  void columns_say_what_kind_of_payment_it_is_and_what_it_is_to_pay() throws IOException {
    UUID loan = lender.newLoan();
    lender.post("/v1/loans/" + loan + "/fees", Bodies.fee(500, "2026-01-20")).expect(201);
    UUID charge =
        lender
            .post("/v1/loans/" + loan + "/fees", Bodies.fee(70, "2026-01-21"))
            .expect(201)
            .id("fee_event_id");
    String columns =
        "idempotency_key,loan_id,amount_minor,currency,effective_at,payment_type,target.component,"
            + "target.charge_id,target.split.fees_minor,target.split.principal_minor,metadata.a.b";
    Path csv = folder.resolve("payments.csv");
    Files.write(
        csv,
        List.of(
            columns,
            "target:csv:1,%s,1000,USD,2026-02-01,payoff,principal,,,,x".formatted(loan),
            "target:csv:2,%s,70,USD,2026-02-01,,,%s,,,".formatted(loan, charge),
            "target:csv:3,%s,300,USD,2026-02-01,,,,100,200,".formatted(loan),
            "target:csv:4,%s,300,USD,2026-02-01,,fees,%s,,,".formatted(loan, charge)));

    assertThat(run(csv.toString())).isEqualTo(1);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines("posted:   3\nreplayed: 0\nfailed:   1\n");
    assertThat(lender.owed(loan)).isEqualTo("400 0 998800 0");
    assertThat(lender.get("/v1/loans/" + loan + "/movements").expect(200).body())
        .contains("\"payment_type\":\"payoff\"", "\"metadata\":{\"a.b\":\"x\"}");
    JsonNode failed =
        Batch.results(Files.readString(folder.resolve("payments.csv.failed.ndjson"))).getFirst();
    assertThat(failed.path("line").asInt()).isEqualTo(5);
    assertThat(failed.at("/problem/errors/0/field").asString()).isEqualTo("target");
  }

  @Test
  void it_goes_on_where_an_earlier_run_was_acknowledged() throws IOException {
    UUID loan = lender.newLoan();
    Files.write(file, lines(loan, 5));
    long modified = Files.getLastModifiedTime(file).toMillis();
    String written =
        """
        {"fileBytes":%d,"fileModified":%d,"line":3,"posted":2,"replayed":0,"failed":1,
         "failureBytes":6}"""
            .formatted(Files.size(file), modified);
    Files.writeString(progress(), written);
    Files.writeString(failures(), "first\nhalf of the sec");

    assertThat(run(file.toString())).isEqualTo(1);

    assertThat(out.toString())
        .isEqualToNormalizingNewlines("posted:   4\nreplayed: 0\nfailed:   1\n");
    assertThat(failures()).hasContent("first");
    assertThat(lender.owed(loan)).isEqualTo("0 0 999980 0");

    Files.writeString(progress(), written);
    assertThat(run(file.toString(), "--restart")).as(err.toString()).isZero();
    assertThat(lender.owed(loan)).isEqualTo("0 0 999950 0");

    Files.writeString(progress(), written.replace("\"fileBytes\":", "\"fileBytes\":1"));
    assertThat(run(file.toString())).isZero();
    assertThat(err.toString()).contains("The file has changed");
    assertThat(progress()).doesNotExist();
  }

  @Test
  void a_broken_connection_is_waited_out_and_nothing_is_posted_twice() throws Exception {
    UUID loan = lender.newLoan();
    Files.write(file, lines(loan, 1_500));
    try (CuttableLine line = new CuttableLine(lender.port())) {
      CompletableFuture<Integer> exit =
          CompletableFuture.supplyAsync(() -> run(line.port(), file.toString()));
      for (int i = 0; i < 3; i++) {
        long events = RunningLedger.eventsOf(lender);
        while (RunningLedger.eventsOf(lender) < events + 50 && !exit.isDone()) {
          TimeUnit.MILLISECONDS.sleep(5);
        }
        line.cut();
        TimeUnit.MILLISECONDS.sleep(100);
        line.mend();
      }
      assertThat(exit.get(2, TimeUnit.MINUTES)).as(err.toString()).isZero();
    }
    assertThat(RunningLedger.eventsOf(lender)).isEqualTo(1_502);
    assertThat(lender.owed(loan)).isEqualTo("0 0 985000 0");
  }

  @Test
  void it_gives_up_in_the_end_and_says_why() throws IOException {
    Files.write(file, lines(UUID.randomUUID(), 3));

    assertThat(run(1, file.toString(), "--give-up-after", "1")).isEqualTo(1);

    assertThat(err.toString()).contains("no payment was taken for", "the same command goes on");
  }

  @Test
  void what_makes_no_sense_is_refused_at_once() throws IOException {
    assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
    Files.write(file, lines(UUID.randomUUID(), 3));
    assertThat(run(file.toString(), "--token=not-one")).isEqualTo(1);
    assertThat(err.toString()).contains("401", "unauthenticated");
    assertThat(
            new CommandLine(new ImportCommand())
                .setErr(new PrintWriter(err))
                .execute(file.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("LEDGER_CLIENT_SECRET");
  }
}
