package io.cascadeledger.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** {@code ledger load-chart}: brings a file of accounts into the chart. */
@Command(
    name = "load-chart",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a file of accounts into the chart of accounts, on a running server.",
      "",
      "The file is what PUT /v1/chart-of-accounts takes; or comma-separated values, whose first"
          + " line names the fields. Accounts that the file lacks stay as they are."
    })
public final class LoadChartCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "The accounts: comma-separated values if the file is called so, else JSON.")
  private Path file;

  @Mixin private ServerAccess server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "Cannot read " + file + ".");
    }
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    String json = csv ? ofCsv() : Files.readString(file);
    try (ServerConnection connection = new ServerConnection(server, spec.commandLine())) {
      JsonNode loaded = connection.put("/v1/chart-of-accounts", json);
      spec.commandLine()
          .getOut()
          .printf(
              "opened:   %d%nchanged:  %d%nclosed:   %d%nreopened: %d%n",
              loaded.path("opened").asInt(),
              loaded.path("changed").asInt(),
              loaded.path("closed").asInt(),
              loaded.path("reopened").asInt());
    }
    return ExitCode.OK;
  }

  private String ofCsv() throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerFor(new TypeReference<Map<String, String>>() {})
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      List<Map<String, String>> accounts =
          rows.readAll().stream().map(LoadChartCommand::withoutEmpty).toList();
      return JsonMapper.shared().writeValueAsString(Map.of("accounts", accounts));
    } catch (JacksonException e) {
      throw new IOException("The file is not of the form of its first line: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> withoutEmpty(Map<String, String> row) {
    Map<String, String> account = new LinkedHashMap<>(row);
    account.values().removeIf(value -> value == null || value.isEmpty());
    return account;
  }
}
