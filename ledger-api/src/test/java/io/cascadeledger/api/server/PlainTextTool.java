package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Accounting tools that others have written, and what they must find in an exported journal. */
final class PlainTextTool {

  private static final Pattern CODE = Pattern.compile(":([0-9]{4})");

  private PlainTextTool() {}

  /** Whether a program is installed; {@code .ci/run} sees to it where it can. */
  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What a program prints; it must succeed, and complain of nothing. */
  static String run(String... command) {
    try {
      Path errors = Files.createTempFile("tool", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaint = Files.readString(errors);
      Files.delete(errors);
      assertThat(complaint).as("%s", List.of(command)).isEmpty();
      assertThat(status).as("%s: %s", List.of(command), out).isZero();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes what the ledger exports into a file. */
  static Path export(Tenant lender, String format, Path folder) throws IOException {
    Reply journal = lender.get("/v1/exports/journal?format=" + format).expect(200);
    Path file = folder.resolve("journal." + format);
    Files.writeString(file, journal.body());
    return file;
  }

  /** Our balances as of a day that are not zero: debits less credits by account and currency. */
  static Map<String, BigInteger> ours(Tenant lender, LocalDate asOf) {
    Map<String, BigInteger> balances = new TreeMap<>();
    JsonNode lines = lender.get("/v1/trial-balance?as_of_date=" + asOf).expect(200).json();
    for (JsonNode line : lines.path("lines")) {
      BigInteger balance =
          new BigInteger(line.path("dr_balance_minor").asString())
              .subtract(new BigInteger(line.path("cr_balance_minor").asString()));
      if (balance.signum() != 0) {
        balances.put(
            line.path("account_code").asString() + " " + line.path("currency").asString(), balance);
      }
    }
    return balances;
  }

  /** Adds a balance as a tool prints it, unless it is zero. */
  static void add(
      Map<String, BigInteger> balances, String account, String amount, String currency) {
    Matcher code = CODE.matcher(account);
    assertThat(code.find()).as(account).isTrue();
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    BigInteger minor = new BigDecimal(amount).movePointRight(digits).toBigIntegerExact();
    if (minor.signum() != 0) {
      assertThat(balances.put(code.group(1) + " " + currency, minor)).isNull();
    }
  }
}
