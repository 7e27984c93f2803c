package io.cascadeledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseAwayTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
  void a_database_that_breaks_off_or_turns_away_is_away(String state) {
    assertThat(DatabaseAway.isCauseOf(new SQLException("no", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "40001", "XX001"})
  void a_database_that_refuses_a_statement_is_not_away(String state) {
    assertThat(DatabaseAway.isCauseOf(new SQLException("no", state))).isFalse();
  }

  static Stream<Throwable> failuresWithoutState() {
    return Stream.of(
        new SQLTransientConnectionException("the pool is empty"),
        new DataAccessResourceFailureException(
            "no connection", new R2dbcNonTransientResourceException("refused")));
  }

  @ParameterizedTest
  @MethodSource("failuresWithoutState")
  void what_a_pool_or_a_reactive_driver_says_counts_too(Throwable failure) {
    assertThat(DatabaseAway.isCauseOf(new IllegalStateException(failure))).isTrue();
  }
}
