package io.cascadeledger.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sorted structure against a plain list that is sorted each time anew. */
final class MatchingModelTest {
  private static final List<MatchStrategy> STRATEGIES = List.of(MatchStrategy.values());
  private static final List<String> PRODUCTS = List.of("P", "Q");
  private static final List<String> TYPES = List.of("LETTER", "INTEREST", "VISIT");
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void every_payment_is_split_as_a_sorted_list_would_split_it() {
    LongStream.rangeClosed(1, 300).forEach(seed -> new Run(seed).toTheEnd());
  }

  private static final class Run {
    private final Random random;
    private final long seed;
    private final OpenEntries open = new OpenEntries();
    private final Map<String, OpenEntry> model = new LinkedHashMap<>();
    private final List<OpenEntry> invoices = new ArrayList<>();
    private long arrivals;

    Run(long seed) {
      this.seed = seed;
      random = new Random(seed);
    }

    void toTheEnd() {
      for (int step = 0; step < 60; step++) {
        switch (random.nextInt(4)) {
          case 0 -> put(anInvoice());
          case 1 -> put(invoices.isEmpty() || random.nextBoolean() ? ofAccount() : aFee());
          case 2 -> removeOne();
          default -> pay();
        }
      }
    }

    private OpenEntry anInvoice() {
      OpenEntry invoice = entry(place(), true, false, null);
      invoices.add(invoice);
      return invoice;
    }

    private OpenEntry aFee() {
      EntryPlace invoice = invoices.get(random.nextInt(invoices.size())).place();
      return entry(invoice.ofFee(instant(), arrivals), true, true, pick(TYPES));
    }

    private OpenEntry ofAccount() {
      boolean fee = random.nextBoolean();
      return entry(place(), false, fee, fee ? pick(TYPES) : null);
    }

    private OpenEntry entry(EntryPlace place, boolean ofInvoice, boolean fee, String type) {
      String name = "E" + arrivals++;
      return new OpenEntry(name, place, ofInvoice, fee, type, pick(PRODUCTS), amount());
    }

    private EntryPlace place() {
      LocalDate due = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5));
      return EntryPlace.of(due, instant(), arrivals);
    }

    private Instant instant() {
      return NEW_YEAR.plusSeconds(random.nextInt(3));
    }

    private long amount() {
      return 1L + random.nextInt(20);
    }

    private String pick(List<String> names) {
      int index = random.nextInt(names.size() + 1);
      return index == names.size() ? null : names.get(index);
    }

    private void put(OpenEntry entry) {
      open.put(entry);
      model.put(entry.reference(), entry);
    }

    private void removeOne() {
      model.values().stream()
          .skip(random.nextInt(model.size() + 1))
          .findFirst()
          .ifPresent(this::remove);
    }

    private void remove(OpenEntry entry) {
      open.remove(entry);
      model.remove(entry.reference());
    }

    private void pay() {
      List<String> types = new ArrayList<>(TYPES);
      Collections.shuffle(types, random);
      MatchRule rule =
          new MatchRule(
              STRATEGIES.get(random.nextInt(STRATEGIES.size())),
              pick(PRODUCTS),
              types.subList(0, random.nextInt(4)));
      long amount = amount() * 3;

      List<Share> shares = Matching.match(open, rule, amount);

      assertThat(shares).as("seed %d, %d by %s", seed, amount, rule).isEqualTo(naive(rule, amount));
      shares.forEach(this::take);
    }

    private void take(Share share) {
      OpenEntry it = share.entry();
      long left = it.openMinor() - share.minor();
      if (left == 0) {
        remove(it);
      } else {
        put(
            new OpenEntry(
                it.reference(),
                it.place(),
                it.ofInvoice(),
                it.fee(),
                it.feeType(),
                it.product(),
                left));
      }
    }

    private List<Share> naive(MatchRule rule, long amount) {
      List<OpenEntry> entries =
          model.values().stream()
              .filter(it -> rule.product() == null || rule.product().equals(it.product()))
              .sorted(
                  Comparator.comparingInt((OpenEntry it) -> rank(rule, it))
                      .thenComparing(Run::order))
              .toList();
      List<Share> shares = new ArrayList<>();
      long rest = amount;
      for (OpenEntry entry : entries) {
        long part = Math.min(rest, entry.openMinor());
        rest -= part;
        if (part > 0) {
          shares.add(new Share(entry, part));
        }
      }
      return shares;
    }

    private static int rank(MatchRule rule, OpenEntry entry) {
      return switch (rule.strategy()) {
        case ORDERED_LEDGER_ENTRIES -> 0;
        case ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES -> entry.ofInvoice() ? 0 : 1;
        case ACCOUNT_ENTRIES_THEN_ORDERED_INVOICES_WITH_FEES -> entry.ofInvoice() ? 1 : 0;
        case CUSTOM_ORDERED_FEES -> {
          int named = entry.feeType() == null ? -1 : rule.feeTypes().indexOf(entry.feeType());
          yield named < 0 ? rule.feeTypes().size() : named;
        }
      };
    }

    /* Due date, creation, arrival; a linked fee before its invoice, by its own creation. */
    private static int order(OpenEntry one, OpenEntry other) {
      return Stream.<Integer>of(
              one.place().dueDate().compareTo(other.place().dueDate()),
              one.place().createdAt().compareTo(other.place().createdAt()),
              Long.compare(one.place().arrival(), other.place().arrival()),
              Boolean.compare(other.place().linked(), one.place().linked()),
              one.place().ownCreatedAt().compareTo(other.place().ownCreatedAt()),
              Long.compare(one.place().ownArrival(), other.place().ownArrival()))
          .filter(it -> !Objects.equals(it, 0))
          .findFirst()
          .orElse(0);
    }
  }
}
