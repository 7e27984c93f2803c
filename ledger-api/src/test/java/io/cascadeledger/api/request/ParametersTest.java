package io.cascadeledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class ParametersTest {

  private static final String ID = "11111111-1111-1111-1111-111111111111";

  private static final Parameter<UUID> LOAN = Parameter.path(Field.uuid("loan_id"));
  private static final Parameter<LocalDate> FROM = Parameter.query(Field.date("from_date"));
  private static final Parameter<LocalDate> TO = Parameter.query(Field.date("to_date").optional());
  private static final Parameter<Integer> PAGE_SIZE =
      Parameter.query(
          Field.integer("page_size", 1, Limits.PAGE_SIZE).optional(Limits.PAGE_SIZE_DEFAULT));
  private static final Parameters ALL = new Parameters(List.of(LOAN, FROM, TO, PAGE_SIZE));

  @Test
  void parameters_are_read_with_the_types_of_fields() {
    Values values = read("from_date=2026-05-01&to_date=2026-05-31&page_size=10");

    assertThat(values.get(LOAN)).isEqualTo(UUID.fromString(ID));
    assertThat(values.get(FROM)).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(values.find(TO)).contains(LocalDate.of(2026, 5, 31));
    assertThat(values.get(PAGE_SIZE)).isEqualTo(10);
  }

  @Test
  void an_optional_parameter_may_be_absent() {
    Values values = read("from_date=2026-05-01");

    assertThat(values.find(TO)).isEmpty();
    assertThat(values.get(PAGE_SIZE)).isEqualTo(Limits.PAGE_SIZE_DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "to_date=2026-05-01, from_date required",
    "from_date=, from_date invalid_format",
    "from_date, from_date invalid_format",
    "from_date=yesterday, from_date invalid_format",
    "from_date=2026-05-01&from_date=2026-05-01, from_date duplicate_parameter",
    "from_date=2026-05-01&fromDate=2026-05-01, fromDate unknown_parameter",
    "from_date=2026-05-01&loan_id=x, loan_id unknown_parameter",
    "from_date=2026-05-01&page_size=0, page_size too_small",
    "from_date=2026-05-01&page_size=501, page_size too_large",
    "from_date=2026-05-01&page_size=ten, page_size invalid_format",
    "from_date=2026-05-01&page_size=-, page_size invalid_format",
  })
  void a_wrong_parameter_is_refused(String query, String error) {
    assertThat(errors(ID, query)).containsExactly(error);
  }

  @Test
  void all_errors_are_found_at_once() {
    assertThat(errors("42", "from_date=x&page_size=x&x"))
        .containsExactly(
            "loan_id invalid_format",
            "from_date invalid_format",
            "page_size invalid_format",
            "x unknown_parameter");
  }

  @Test
  void only_what_is_one_word_can_be_a_parameter() {
    Field<Metadata> metadata = Field.metadata("metadata");

    assertThatThrownBy(() -> Parameter.query(metadata))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot be a parameter: metadata");
  }

  private static Values read(String query) {
    return ALL.read(Map.of("loan_id", ID), queryParams(query));
  }

  private static List<String> errors(String loan, String query) {
    InvalidRequest refused =
        catchThrowableOfType(
            InvalidRequest.class, () -> ALL.read(Map.of("loan_id", loan), queryParams(query)));
    return refused.errors().stream()
        .map(error -> error.field() + " " + error.code().wireName())
        .toList();
  }

  private static MultiValueMap<String, String> queryParams(String query) {
    return UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams();
  }
}
