package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.parquet.ParquetReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tables in Parquet, read with DuckDB and held against the same as comma-separated values. */
@ExtendWith(StopsLedger.class)
class ParquetExportTest {

  private final Tenant lender = RunningLedger.newTenant();
  @TempDir private Path folder;

  @Test
  void each_table_says_the_same_in_parquet() throws IOException {
    RandomBook.write(lender, 9, 7, 10);
    LocalDate asOf = RandomBook.FIRST_DAY.plusDays(6);
    for (String path :
        List.of(
            "/v1/exports/journal?",
            "/v1/exports/accounts/1100?from=" + asOf + "&",
            "/v1/exports/trial-balance?as_of_date=" + asOf + "&",
            "/v1/exports/loans?as_of_date=" + asOf + "&")) {
      List<Map<String, String>> expected =
          ExportsTest.rows(lender.get(path + "format=csv").expect(200).body());

      Path file = parquet(lender.request(path + "format=parquet"));

      assertThat(ParquetReader.rows(file).stream().map(ParquetExportTest::asText).toList())
          .as(path)
          .isNotEmpty()
          .isEqualTo(expected);
      assertThat(parquet(lender.request(path).header("Accept", "application/vnd.apache.parquet")))
          .as(path)
          .hasSameBinaryContentAs(file);
    }
  }

  private Path parquet(HttpRequest.Builder request) throws IOException {
    Path file = Files.createTempFile(folder, "export", ".parquet");
    HttpResponse<byte[]> answer = lender.sendForBytes(request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/vnd.apache.parquet");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith(".parquet\"");
    return Files.write(file, answer.body());
  }

  private static Map<String, String> asText(Map<String, Object> row) {
    Map<String, String> text = new LinkedHashMap<>();
    row.forEach((name, value) -> text.put(name, value == null ? "" : value.toString()));
    return text;
  }

  @Test
  void numbers_and_days_have_their_types_in_parquet() throws IOException {
    lender.pay(lender.newLoan(), 700).expect(201);

    Path journal = parquet(lender.request("/v1/exports/journal?format=parquet"));
    Path trialBalance = parquet(lender.request("/v1/exports/trial-balance?format=parquet"));

    assertThat(ParquetReader.types(journal))
        .containsEntry("position", "BIGINT")
        .containsEntry("amount_minor", "BIGINT")
        .containsEntry("effective_at", "DATE")
        .containsEntry("posted_at", "TIMESTAMP WITH TIME ZONE")
        .containsEntry("journal_entry_id", "VARCHAR");
    assertThat(ParquetReader.types(trialBalance))
        .containsEntry("dr_balance_minor", "DECIMAL(38,0)");
    assertThat(
            ParquetReader.query(
                journal,
                "SELECT sum(CASE direction WHEN 'DR' THEN amount_minor ELSE -amount_minor END)"
                    + "::BIGINT AS difference FROM it"))
        .containsExactly(Map.of("difference", 0L));
  }
}
