package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.decision.AccountDecision;
import io.cascadeledger.account.entry.AccountDetails;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.event.ClaimFigures;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.event.ManagedClaimChanged;
import io.cascadeledger.account.event.ManagedClaimCreated;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.refusal.ItemRefused;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A debtor account and all that has happened to it, told in rows that people can read. */
public final class AccountBook {
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final AccountId ACCOUNT = new AccountId(TENANT, "ACCOUNT 1");
  public static final AccountDetails DETAILS =
      new AccountDetails(EUR, "ACCOUNT_PAYMENT_REFERENCE", "PORTFOLIO", Meta.NONE);

  private final AccountState state = new AccountState();
  private final List<AccountEvent> events = new ArrayList<>();

  /** An account that was created with some items. */
  public static AccountBook opened(AccountItem... items) {
    AccountBook book = new AccountBook();
    book.handle(opening(items));
    return book;
  }

  public static OpenAccount opening(AccountItem... items) {
    return new OpenAccount(ACCOUNT, DETAILS, List.of(items), NOW);
  }

  public static ChangeAccount change(AccountItem... items) {
    return new ChangeAccount(ACCOUNT, List.of(items), NOW);
  }

  /** Does some things together, and returns what has happened. */
  public List<AccountEvent> accept(AccountItem... items) {
    return handle(change(items));
  }

  public List<AccountEvent> handle(AccountCommand command) {
    List<AccountEvent> decided = AccountDecision.decide(state, command);
    decided.forEach(state::evolve);
    events.addAll(decided);
    return decided;
  }

  /** Why some things cannot be done together; empty if they can, and then they are. */
  public Optional<ItemRefused> refuse(AccountItem... items) {
    try {
      accept(items);
      return Optional.empty();
    } catch (ItemRefused refused) {
      return Optional.of(refused);
    }
  }

  public AccountState state() {
    return state;
  }

  public List<AccountEvent> events() {
    return events;
  }

  /** The entries that some events add: {@code reference kind amount > target}. */
  public static List<String> entries(List<AccountEvent> events) {
    return posted(events).stream().map(AccountBook::row).toList();
  }

  private static List<LedgerEntryPosted> posted(List<AccountEvent> events) {
    return events.stream()
        .filter(LedgerEntryPosted.class::isInstance)
        .map(LedgerEntryPosted.class::cast)
        .toList();
  }

  private static String row(LedgerEntryPosted posted) {
    var entry = posted.ledgerEntry();
    String target = entry.target() == null ? "" : " > " + entry.target();
    return entry.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        + " "
        + entry.amountMinor()
        + target;
  }

  /** The lines that some events book: {@code account side amount}, an entry after another. */
  public static List<String> lines(List<AccountEvent> events) {
    return posted(events).stream()
        .flatMap(it -> it.booked().stream())
        .map(AccountBook::row)
        .toList();
  }

  private static String row(JournalEntry entry) {
    return entry.lines().list().stream().map(AccountBook::row).collect(Collectors.joining(", "));
  }

  private static String row(Line line) {
    return "%s %s %d"
        .formatted(
            line.account(), line.side() == Side.DEBIT ? "Dr" : "Cr", line.amount().minorUnits());
  }

  /** The claims as they were last told of: {@code amount + fees status}. */
  public SequencedMap<String, String> claims() {
    SequencedMap<String, String> claims = new TreeMap<>();
    for (AccountEvent event : events) {
      switch (event) {
        case ManagedClaimCreated it -> claims.put(it.claimReference(), row(it.figures()));
        case ManagedClaimChanged it -> claims.put(it.claimReference(), row(it.figures()));
        default -> {
          // It tells of no claim.
        }
      }
    }
    return claims;
  }

  private static String row(ClaimFigures claim) {
    String fees =
        claim.fees().stream()
            .map(fee -> fee.name() + " " + fee.amountMinor())
            .collect(Collectors.joining(", ", " [", "]"));
    return claim.amountMinor()
        + (claim.fees().isEmpty() ? "" : fees)
        + " "
        + (claim.resolution() == null ? claim.status() : claim.resolution());
  }

  /** What some events tell of claims: {@code reference what has become of it}. */
  public static List<String> told(List<AccountEvent> events) {
    List<String> told = new ArrayList<>();
    for (AccountEvent event : events) {
      switch (event) {
        case ManagedClaimCreated it -> told.add(it.claimReference() + " CREATED");
        case ManagedClaimChanged it -> told.add(it.claimReference() + " " + it.change());
        default -> {
          // It tells of no claim.
        }
      }
    }
    return told;
  }
}
