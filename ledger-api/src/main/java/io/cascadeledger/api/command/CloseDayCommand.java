package io.cascadeledger.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ledger close-day}: brings all serviced loans to the end of a business day. */
@Command(
    name = "close-day",
    mixinStandardHelpOptions = true,
    description = {
      "Closes a business day on a running server, and waits until it is done.",
      "",
      "Books interest, lets instalments fall due, makes late charges and looks at delinquency."
          + " After a break, the same command goes on; no loan is closed twice."
    })
public final class CloseDayCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final int ERROR = 400;

  @Parameters(paramLabel = "DATE", description = "The business day, such as 2026-03-31.")
  private LocalDate date;

  @Mixin private ServerAccess server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String bearer =
          "Bearer " + server.access(spec.commandLine()).authenticate(http, server.url());
      JsonNode progress = send(http, bearer, "POST", "/close");
      while (progress.path("status").asString("").equals("running")) {
        show(progress);
        Thread.sleep(BETWEEN_LOOKS);
        progress = send(http, bearer, "GET", "");
      }
      return report(progress);
    }
  }

  private JsonNode send(HttpClient http, String bearer, String method, String what)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(server.url().resolve("/v1/business-days/" + date + what))
                .header("Authorization", bearer)
                .timeout(PATIENCE)
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    JsonNode body = JsonMapper.shared().readTree(response.body());
    if (response.statusCode() >= ERROR) {
      throw new IOException(
          "The server answered %d: %s"
              .formatted(response.statusCode(), body.path("detail").asString(response.body())));
    }
    return body;
  }

  private void show(JsonNode progress) {
    PrintWriter err = spec.commandLine().getErr();
    long loans = Math.max(1, progress.path("loans").asLong());
    long closed = progress.path("loans_closed").asLong();
    err.printf(
        "%3d %%  %,d of %,d loans  %,d events%n",
        closed * 100 / loans, closed, loans, progress.path("events").asLong());
    err.flush();
  }

  private int report(JsonNode progress) {
    PrintWriter out = spec.commandLine().getOut();
    String status = progress.path("status").asString("");
    out.printf(
        "%s: %s, %d loans, %d events%n",
        date, status, progress.path("loans_closed").asLong(), progress.path("events").asLong());
    progress
        .path("failed_loans")
        .forEach(
            loan ->
                out.printf(
                    "%s: %s%n",
                    loan.path("loan_id").asString(""), loan.path("detail").asString("")));
    boolean whole = status.equals("completed") && progress.path("failed_loans").isEmpty();
    return whole ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
