package io.cascadeledger.eventstore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The stored form of each event, as files: whoever changes one changes history. */
class GoldenEventsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @SuppressWarnings("UnusedVariable") // the source of the parameters
  private static final List<LedgerEvent> EXAMPLES = ExampleEvents.ALL;

  private final EventSerializer serializer = new EventSerializer();

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void an_event_is_stored_as_its_golden_file_shows(LedgerEvent event) throws IOException {
    SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
    String json = readable(stored.getData());
    Path file = file(stored.getType().getName(), stored.getType().getRevision());
    String golden = Files.exists(file) ? Files.readString(file) : "";

    if (!golden.equals(json)) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, json);
    }

    assertThat(json)
        .as("%s was stale and has been rewritten; a changed shape needs a new revision", file)
        .isEqualTo(golden);
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void a_golden_file_is_read_back_as_the_event(LedgerEvent event) throws IOException {
    SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
    byte[] golden =
        Files.readAllBytes(file(stored.getType().getName(), stored.getType().getRevision()));

    Object read =
        serializer.deserialize(
            new SimpleSerializedObject<>(golden, byte[].class, stored.getType()));

    assertThat(read).isEqualTo(event);
  }

  @Test
  void events_of_earlier_revisions_are_read_with_what_they_lack_left_open() throws IOException {
    Map<String, Object> read = new HashMap<>();
    for (EventTypes.EventType type : EventTypes.events()) {
      for (int revision = type.oldest(); revision < type.revision(); revision++) {
        String json = Files.readString(file(type.name(), Integer.toString(revision)));
        read.put(type.name() + "." + revision, read(type.name(), Integer.toString(revision), json));
      }
    }

    assertThat(read).containsExactlyInAnyOrderEntriesOf(new HashMap<>(ExampleEvents.EARLIER));
  }

  @Test
  void every_stored_type_has_an_example_and_a_golden_file() throws IOException {
    List<String> files;
    try (Stream<Path> golden = Files.list(GOLDEN)) {
      files = golden.map(path -> path.getFileName().toString()).toList();
    }

    assertThat(EventTypes.events())
        .extracting(type -> (Object) type.type())
        .containsExactlyInAnyOrderElementsOf(
            ExampleEvents.ALL.stream().<Object>map(LedgerEvent::getClass).toList());
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.events().stream()
                .flatMap(
                    type ->
                        IntStream.rangeClosed(type.oldest(), type.revision())
                            .mapToObj(revision -> file(type.name(), Integer.toString(revision))))
                .map(path -> path.getFileName().toString())
                .toList());
  }

  @Test
  void every_event_of_the_domain_has_a_stored_type() {
    Stream<Class<?>> events =
        Stream.of(
                io.cascadeledger.loan.event.LoanEvent.class,
                io.cascadeledger.accrual.AccrualBatchEvent.class,
                io.cascadeledger.product.LoanProductEvent.class,
                io.cascadeledger.journal.manual.ManualEntryEvent.class,
                io.cascadeledger.journal.settings.BooksSettingsChanged.class,
                io.cascadeledger.journal.period.PeriodEvent.class,
                io.cascadeledger.journal.chart.ChartEvent.class,
                io.cascadeledger.bank.BankStatementImported.class)
            .flatMap(GoldenEventsTest::leaves);

    assertThat(EventTypes.events())
        .extracting(type -> (Object) type.type())
        .containsExactlyInAnyOrderElementsOf(events.<Object>map(type -> type).toList());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenEventsTest::leaves)
        : Stream.of(type);
  }

  @Test
  void what_is_null_is_left_out_and_read_back_as_null() {
    LoanClosed event =
        new LoanClosed(
            new LoanId("acme", new UUID(0, 1)),
            null,
            LocalDate.of(2026, 1, 2),
            Instant.parse("2026-01-02T03:04:05Z"));

    SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

    assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"loan":"loan/acme/00000000-0000-0000-0000-000000000001",\
            "effective_date":"2026-01-02","posted_at":"2026-01-02T03:04:05Z"}""");
    assertThat(this.<LoanClosed>read(stored)).isEqualTo(event);
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void no_number_in_an_event_is_an_amount(LedgerEvent event) {
    JsonNode json = EventJson.mapper().valueToTree(event);

    assertThat(json.findParents("minor_units"))
        .allSatisfy(money -> assertThat(money.get("minor_units").isString()).isTrue());
    assertThat(numbers(json))
        .isSubsetOf(
            "instalment_count",
            "principal_grace",
            "interest_grace",
            "grace_days",
            "delinquency_grace_days",
            "number",
            "instalment",
            "version",
            "closing",
            "min_instalments",
            "max_instalments",
            "opened",
            "changed",
            "closed",
            "reopened");
  }

  private static List<String> numbers(JsonNode json) {
    return json.isObject() || json.isArray()
        ? Stream.concat(
                json.properties().stream()
                    .filter(member -> member.getValue().isNumber())
                    .map(Map.Entry::getKey),
                json.valueStream().flatMap(child -> numbers(child).stream()))
            .toList()
        : List.of();
  }

  @Test
  void metadata_is_stored_in_alphabetical_order() {
    MetaData metadata =
        MetaData.with("correlation_id", "c-1").and("actor", "alice").and("causation_id", "e-1");

    SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);

    assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
        .isEqualTo("{\"actor\":\"alice\",\"causation_id\":\"e-1\",\"correlation_id\":\"c-1\"}");
    assertThat(this.<MetaData>read(stored)).isEqualTo(metadata);
  }

  @Test
  void an_event_of_unknown_name_revision_or_member_is_an_error() {
    assertThatThrownBy(() -> read("loan_lost", "1", "{}")).hasMessageContaining("loan_lost");
    assertThatThrownBy(() -> read("loan_closed", "2", "{}")).hasMessageContaining("revision 2");
    assertThatThrownBy(() -> read("loan_closed", "1", "{\"colour\":\"red\"}"))
        .hasMessageContaining("colour");
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // as Axon's own method
  private <T> T read(SerializedObject<byte[]> stored) {
    return serializer.deserialize(stored);
  }

  private Object read(String name, String revision, String json) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(
            json.getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
  }

  private static Path file(String name, String revision) {
    return GOLDEN.resolve(name + "." + revision + ".json");
  }

  private static String readable(byte[] json) {
    return EventJson.mapper().readTree(json).toPrettyString() + "\n";
  }
}
