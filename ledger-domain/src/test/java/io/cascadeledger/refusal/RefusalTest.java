package io.cascadeledger.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.given.InMemoryLedger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusalTest {
  /** The reasons that the domain never gives: the event store does. */
  private static final Set<RefusalCode> OF_THE_EVENT_STORE =
      EnumSet.of(RefusalCode.LOAN_ALREADY_EXISTS, RefusalCode.PERIOD_CLOSED);

  /** The reasons that are given when a product is read, before there is a command. */
  private static final Set<RefusalCode> OF_READING =
      EnumSet.of(RefusalCode.PRODUCT_VERSION_NOT_FOUND);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_command_is_refused_and_changes_nothing(RefusalCase refusal) {
    InMemoryLedger ledger = new InMemoryLedger().accept(refusal.given().toArray());
    List<LedgerEvent> before = ledger.events();

    Refused refused = ledger.send(refusal.when()).orElseThrow();

    assertThat(
            Stream.concat(
                Stream.of(refused.code()), refused.items().stream().map(Refused.Item::code)))
        .containsExactlyElementsOf(refusal.answer());
    assertThat(refused).hasMessageEndingWith(".").hasMessageMatching("[A-Z].+");
    assertThat(ledger.events()).isEqualTo(before);
  }

  static List<RefusalCase> cases() {
    return Stream.of(
            RefusalCases.all(),
            ServicingRefusalCases.all(),
            EffectRefusalCases.all(),
            ServicedRefusalCases.all(),
            ProductRefusalCases.all(),
            BooksRefusalCases.all(),
            PendingRefusalCases.all(),
            PeriodRefusalCases.all())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void every_reason_has_a_case() {
    Set<RefusalCode> shown = EnumSet.noneOf(RefusalCode.class);
    cases().forEach(refusal -> shown.add(refusal.code()));

    Set<RefusalCode> others = EnumSet.copyOf(OF_THE_EVENT_STORE);
    others.addAll(OF_READING);
    assertThat(shown).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(others)));
  }

  @Test
  void the_cases_are_in_the_order_of_the_codes() {
    assertThat(RefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(ServicingRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(EffectRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(ServicedRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(ProductRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(BooksRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(PendingRefusalCases.all()).extracting(RefusalCase::code).isSorted();
    assertThat(PeriodRefusalCases.all()).extracting(RefusalCase::code).isSorted();
  }

  @Test
  void a_refusal_carries_no_stack_trace_because_it_is_an_answer() {
    assertThat(new Refused(RefusalCode.LOAN_CLOSED, "The loan is closed.").getStackTrace())
        .isEmpty();
  }
}
