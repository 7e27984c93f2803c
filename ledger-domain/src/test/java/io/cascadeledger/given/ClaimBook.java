package io.cascadeledger.given;

import static io.cascadeledger.given.AccountBook.EUR;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.decision.ClaimDecision;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An unmanaged claim and all that has happened to it. */
public final class ClaimBook {
  public static final ClaimId CLAIM = new ClaimId(TENANT, "CLAIM/1");
  private static final LocalDate DUE = LocalDate.of(2019, 2, 15);
  private static final LocalDate ORIGINALLY_DUE = LocalDate.of(2019, 9, 9);

  private final List<ClaimEvent> events = new ArrayList<>();
  private ClaimState state = ClaimState.NONE;
  private int entries;

  /** A claim of an amount and of fees. */
  public static ClaimBook of(long minor, long fees) {
    ClaimBook book = new ClaimBook();
    book.accept(book.create(minor, fees));
    return book;
  }

  /** Does some things together, and returns what has happened. */
  public List<ClaimEvent> accept(ClaimItem... items) {
    List<ClaimEvent> decided =
        ClaimDecision.decide(state, new ChangeClaim(CLAIM, List.of(items), NOW));
    decided.forEach(event -> state = state.after(event));
    events.addAll(decided);
    return decided;
  }

  /** Why some things cannot be done together; empty if they can, and then they are. */
  public Optional<ItemRefused> refuse(ClaimItem... items) {
    try {
      accept(items);
      return Optional.empty();
    } catch (ItemRefused refused) {
      return Optional.of(refused);
    }
  }

  public static ClaimDetails details(long minor, long fees, Currency currency) {
    return new ClaimDetails(
        minor,
        currency,
        fees,
        List.of(),
        DUE,
        ORIGINALLY_DUE,
        null,
        null,
        null,
        null,
        "ACCOUNT 1",
        List.of(),
        null,
        Meta.NONE);
  }

  public ClaimItem.Create create(long minor, long fees) {
    return new ClaimItem.Create(details(minor, fees, EUR), next());
  }

  public ClaimItem.Recreate recreate(long minor, long fees) {
    return new ClaimItem.Recreate(details(minor, fees, EUR), next());
  }

  public ClaimItem.Import importing(long minor, long fees) {
    return new ClaimItem.Import(details(minor, fees, EUR), null, AmountCheck.NORMAL, next());
  }

  public ClaimItem.Update update(long minor, String reason, AmountCheck check) {
    return update(ClaimPatch.ofAmount(minor), reason, check);
  }

  public ClaimItem.Update update(ClaimPatch patch, String reason, AmountCheck check) {
    return new ClaimItem.Update(patch, reason, check, next());
  }

  public ClaimItem.Delete delete() {
    return new ClaimItem.Delete("placed by mistake", next());
  }

  private UUID next() {
    return id("entry " + entries++ + " of the claim");
  }

  public ClaimState state() {
    return state;
  }

  public List<ClaimEvent> events() {
    return events;
  }

  /** What it comes to: {@code amount + fees status}. */
  public String standing() {
    return "%d + %d %s"
        .formatted(
            state.details().amountMinor(),
            state.details().totalFeesMinor(),
            state.deleted()
                ? "DELETED"
                : state.resolution() == null ? state.status() : state.resolution());
  }

  /** The lines that some events book. */
  public static List<String> lines(List<ClaimEvent> events) {
    return events.stream()
        .filter(BookedEvent.class::isInstance)
        .flatMap(event -> ((BookedEvent) event).booked().stream())
        .map(
            entry ->
                entry.lines().list().stream().map(ClaimBook::row).collect(Collectors.joining(", ")))
        .toList();
  }

  private static String row(Line line) {
    return "%s %s %d"
        .formatted(
            line.account(), line.side() == Side.DEBIT ? "Dr" : "Cr", line.amount().minorUnits());
  }
}
