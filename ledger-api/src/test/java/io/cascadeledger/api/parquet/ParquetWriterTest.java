package io.cascadeledger.api.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read by a program that others have written. */
class ParquetWriterTest {

  private static final List<ParquetField> FIELDS =
      List.of(
          new ParquetField("text", ParquetType.TEXT),
          new ParquetField("long", ParquetType.INT64),
          new ParquetField("integer", ParquetType.INT32),
          new ParquetField("sum", ParquetType.DECIMAL),
          new ParquetField("day", ParquetType.DATE),
          new ParquetField("time", ParquetType.TIMESTAMP),
          new ParquetField("nothing", ParquetType.TEXT));

  @TempDir private Path folder;

  private Path write(List<List<Object>> rows) throws IOException {
    Path file = folder.resolve("it.parquet");
    ParquetWriter writer = new ParquetWriter(FIELDS, "test version 1");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (List<Object> row : rows) {
        writer.add(row);
        out.write(writer.take());
      }
      writer.end();
      out.write(writer.take());
    }
    return file;
  }

  private static List<Object> row(Random random) {
    List<Object> row =
        Arrays.asList(
            "ü€😀 \"" + random.nextInt(50),
            random.nextLong(),
            random.nextInt(),
            new BigInteger(120, random).subtract(BigInteger.TWO.pow(119)),
            LocalDate.of(1970, 1, 1).plusDays(random.nextInt(80_000) - 20_000),
            Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L),
            null);
    for (int i = 0; i < row.size(); i++) {
      if (random.nextInt(3) == 0) {
        row.set(i, null);
      }
    }
    return row;
  }

  /** As DuckDB has them in Java. */
  private static List<Object> asRead(List<Object> row) {
    return row.stream()
        .map(value -> value instanceof BigInteger sum ? new BigDecimal(sum) : value)
        .toList();
  }

  @Test
  void rows_of_all_types_come_back_as_they_were() throws IOException {
    Random random = new Random(20_261_122);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(row(random));
    }
    rows.add(Collections.nCopies(FIELDS.size(), null));

    Path file = write(rows);

    assertThat(ParquetReader.rows(file))
        .extracting(row -> new ArrayList<>(row.values()))
        .isEqualTo(rows.stream().map(ParquetWriterTest::asRead).map(ArrayList::new).toList());
    assertThat(ParquetReader.types(file))
        .isEqualTo(
            Map.of(
                "text",
                "VARCHAR",
                "long",
                "BIGINT",
                "integer",
                "INTEGER",
                "sum",
                "DECIMAL(38,0)",
                "day",
                "DATE",
                "time",
                "TIMESTAMP WITH TIME ZONE",
                "nothing",
                "VARCHAR"));
  }

  @Test
  void a_long_table_is_written_group_by_group() throws IOException {
    String text = "x".repeat(1_000);
    int groupsWanted = 3;
    List<List<Object>> rows = new ArrayList<>();
    for (long i = 0; i < (long) groupsWanted * ParquetWriter.GROUP_BYTES / 1_020; i++) {
      rows.add(Arrays.asList(text, i, null, null, null, null, null));
    }

    Path file = write(rows);

    assertThat(
            ParquetReader.query(
                file,
                "SELECT count(*) AS total, sum(long)::BIGINT AS sum, min(length(text))::BIGINT AS"
                    + " shortest FROM it"))
        .containsExactly(
            Map.of(
                "total",
                (long) rows.size(),
                "sum",
                rows.size() * (rows.size() - 1L) / 2,
                "shortest",
                1_000L));
    assertThat(
            ParquetReader.query(
                    file,
                    "SELECT count(DISTINCT row_group_id) AS parts FROM parquet_metadata('%s')"
                        .formatted(file))
                .getFirst())
        .containsEntry("parts", (long) groupsWanted);
  }

  @Test
  void nothing_is_kept_of_what_was_taken() {
    ParquetWriter writer = new ParquetWriter(FIELDS, "test version 1");
    assertThat(writer.take()).asString().isEqualTo("PAR1");
    assertThat(writer.take()).isEmpty();
  }

  @Test
  void a_table_without_rows_is_a_file_all_the_same() throws IOException {
    assertThat(ParquetReader.rows(write(List.of()))).isEmpty();
    assertThat(ParquetReader.types(write(List.of()))).hasSize(FIELDS.size());
  }

  @Test
  void what_does_not_fit_is_refused() {
    ParquetWriter writer = new ParquetWriter(FIELDS, "test version 1");
    assertThatThrownBy(() -> writer.add(List.of("one value")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                writer.add(
                    Arrays.asList(null, null, null, BigInteger.TEN.pow(38), null, null, null)))
        .isInstanceOf(ArithmeticException.class);
  }
}
