package io.cascadeledger.projections.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.testing.TestDatabase;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RowsCopyTest {

  private enum Colour {
    LIGHT_BLUE
  }

  /** A row with a field of each type. */
  private record Row(
      Long number,
      Integer whole,
      Short little,
      Boolean yes,
      String text,
      Colour colour,
      UUID id,
      LocalDate day,
      Instant moment,
      BigInteger large,
      String json) {

    private static final Row EMPTY =
        new Row(null, null, null, null, null, null, null, null, null, null, null);
  }

  private static final List<RowsStatement.Column<Row>> COLUMNS =
      List.of(
          RowsStatement.bigint("number", Row::number),
          RowsStatement.integer("whole", Row::whole),
          RowsStatement.smallint("little", Row::little),
          RowsStatement.bool("yes", Row::yes),
          RowsStatement.text("word", Row::text),
          RowsStatement.constant("colour", Row::colour),
          RowsStatement.uuid("id", Row::id),
          RowsStatement.date("day", Row::day),
          RowsStatement.timestamp("moment", Row::moment),
          RowsStatement.numeric("large", Row::large),
          RowsStatement.json("document", Row::json));

  private static final RowsCopy<Row> COPY = new RowsCopy<>("copied", COLUMNS);

  private static final RowsStatement<Row> STATEMENT =
      new RowsStatement<>(
          """
          INSERT INTO inserted (number, whole, little, yes, word, colour, id, day, moment, large,
              document)
          SELECT * FROM given
          """,
          COLUMNS);

  private static final RowsCopy<Long> NUMBERS =
      new RowsCopy<>(
          "numbers",
          List.of(
              RowsStatement.bigint("number", number -> number),
              RowsStatement.text("word", number -> "number " + number)));

  private SingleConnectionDataSource connection;
  private JdbcTemplate jdbc;

  @BeforeEach
  void createTables() throws Exception {
    connection =
        new SingleConnectionDataSource(
            TestDatabase.create().dataSource().getConnection(), /* suppressClose= */ true);
    jdbc = new JdbcTemplate(connection);
    for (String table : List.of("copied", "inserted")) {
      jdbc.execute(
          """
          CREATE TABLE %s (number bigint, whole integer, little smallint, yes boolean, word text,
            colour text, id uuid, day date, moment timestamptz, large numeric(38, 0),
            document jsonb)
          """
              .formatted(table));
    }
    jdbc.execute("CREATE TABLE numbers (number bigint PRIMARY KEY CHECK (number >= 0), word text)");
  }

  @AfterEach
  void disconnect() {
    connection.destroy();
  }

  private List<Map<String, Object>> rows(String table) {
    return jdbc.queryForList("SELECT t::text AS row FROM %s t ORDER BY 1".formatted(table));
  }

  @Test
  void every_type_arrives_as_a_statement_would_have_written_it() {
    List<Row> rows =
        List.of(
            new Row(
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                (short) -1,
                true,
                "a \"{word}\", \\ ö \n\t",
                Colour.LIGHT_BLUE,
                UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
                LocalDate.of(1970, 1, 1),
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                new BigInteger("-99999999999999999999999999999999999999"),
                "{\"a\": \"ö\", \"b\": [1, 2.50]}"),
            new Row(
                0L,
                0,
                (short) 0,
                false,
                "",
                Colour.LIGHT_BLUE,
                new UUID(0, 0),
                LocalDate.of(9999, 12, 31),
                Instant.parse("2026-11-21T10:11:12.131415Z"),
                BigInteger.ZERO,
                "{}"),
            new Row(
                1L,
                -7,
                (short) 300,
                false,
                "ü",
                Colour.LIGHT_BLUE,
                new UUID(-1, 1),
                LocalDate.of(2000, 1, 1),
                Instant.EPOCH,
                new BigInteger("120000000"),
                "null"),
            Row.EMPTY);

    COPY.execute(jdbc, rows);
    assertThat(STATEMENT.execute(jdbc, rows)).isEqualTo(rows.size());

    assertThat(rows("copied")).hasSize(4).isEqualTo(rows("inserted"));
  }

  @Test
  void more_rows_than_a_message_holds_arrive_each_once() {
    List<Long> numbers = LongStream.rangeClosed(1, 20_000).boxed().toList();

    NUMBERS.execute(jdbc, numbers);

    assertThat(jdbc.queryForObject("SELECT sum(number) FROM numbers", Long.class))
        .isEqualTo(200_010_000L);
    assertThat(jdbc.queryForObject("SELECT word FROM numbers WHERE number = 20000", String.class))
        .isEqualTo("number 20000");
  }

  @Test
  void no_rows_need_no_copy() {
    jdbc.execute("DROP TABLE numbers");

    NUMBERS.execute(jdbc, List.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void a_row_that_the_table_refuses_is_a_failure_and_the_connection_goes_on(long refused) {
    assertThatThrownBy(() -> NUMBERS.execute(jdbc, List.of(1L, 2L, refused)))
        .isInstanceOf(DataAccessException.class);

    assertThat(jdbc.queryForObject("SELECT count(*) FROM numbers", Long.class)).isZero();
    NUMBERS.execute(jdbc, List.of(1L));
  }

  @Test
  void a_row_that_cannot_be_made_is_a_failure_and_the_connection_goes_on() {
    assertThatThrownBy(() -> NUMBERS.execute(jdbc, Arrays.asList(1L, 2L, null)))
        .isInstanceOf(DataAccessException.class);
    RowsCopy<Long> unmade =
        new RowsCopy<>("numbers", List.of(RowsStatement.bigint("number", this::unmade)));
    assertThatThrownBy(() -> unmade.execute(jdbc, List.of(1L)))
        .isInstanceOf(IllegalStateException.class);

    NUMBERS.execute(jdbc, List.of(1L));
  }

  private Long unmade(long number) {
    throw new IllegalStateException("%d cannot be made".formatted(number));
  }
}
