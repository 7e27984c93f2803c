package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.projections.debtor.ClaimQueries.Place;
import io.cascadeledger.stream.Reference;
import io.cascadeledger.stream.StreamCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operations that post to claims. */
final class ClaimWrites {

  /** The field by which items name their claim. */
  static final String REF = "ref";

  private static final String DONE = "Successfully processed action";

  private final ClaimContents contents;

  ClaimWrites(ClaimContents contents) {
    this.contents = contents;
  }

  /** What one item of a group asks for. */
  @FunctionalInterface
  interface Reader {
    ClaimItem read(Call call, String claim, JsonNode item);
  }

  List<Write> all() {
    return List.of(
        map("create_claims", contents::create, Write.ECHO),
        map("recreate_claims", contents::recreate, Write.ECHO),
        map("update_claims", contents::update, null),
        map("import_claims", contents::imported, null),
        list("delete_claims", contents::delete),
        list("resolve_claims", ClaimActions::resolve),
        map("credit_claims", contents::credit, Write.ECHO),
        map("debit_claims", contents::debit, Write.ECHO),
        list("pause_journeys", ClaimActions::pause),
        list("resume_journeys", ClaimActions::resume),
        list("stop_journeys", ClaimActions::stop),
        map("create_promises_to_pay", ClaimActions::promise, Write.ECHO),
        map("execute_custom_triggers", ClaimActions::trigger, null));
  }

  private static Write map(String name, Reader reader, Write.@Nullable Data data) {
    return new Write(name, null, true, making(reader), _ -> DONE, data);
  }

  private static Write list(String name, Reader reader) {
    return new Write(name, REF, true, making(reader), _ -> DONE, null);
  }

  private static Write.Maker making(Reader reader) {
    return (call, group) -> {
      Place place = place(call, group.reference());
      List<ClaimItem> items = new ArrayList<>();
      group.items().forEach(item -> items.add(reader.read(call, place.reference(), item)));
      if (call.trigger() != null) {
        items.add(new ClaimItem.FireTrigger(call.trigger()));
      }
      return command(call, place, items);
    };
  }

  private static StreamCommand command(Call call, Place place, List<ClaimItem> items) {
    if (place.manager().isEmpty()) {
      return new ChangeClaim(new ClaimId(call.tenant(), place.reference()), items, call.time());
    }
    List<AccountItem> onClaim =
        items.stream()
            .<AccountItem>map(item -> new AccountItem.OnClaim(place.reference(), item))
            .toList();
    return new ChangeAccount(new AccountId(call.tenant(), place.manager()), onClaim, call.time());
  }

  /**
   * Which claim a reference means: the one claim that has it, or the one that account and reference
   * name with a slash between them; or one that does not exist yet.
   */
  private static Place place(Call call, String reference) {
    if (!Reference.isSound(reference)) {
      throw new ItemFault("The claim reference is empty, too long, or has control characters.");
    }
    List<Place> meant = call.places().stream().filter(it -> means(it, reference)).toList();
    return switch (meant.size()) {
      case 0 -> new Place("", reference);
      case 1 -> meant.getFirst();
      default -> throw new ItemFault(ambiguous(reference, meant));
    };
  }

  /** Whether a reference may mean the claim at a place. */
  static boolean means(Place place, String reference) {
    return place.reference().equals(reference) || path(place).equals(reference);
  }

  /** Says that a reference means several claims. */
  static String ambiguous(String reference, List<Place> places) {
    return "Several claims have the reference %s; name one of: %s."
        .formatted(
            reference, places.stream().map(ClaimWrites::path).collect(Collectors.joining(", ")));
  }

  private static String path(Place place) {
    return place.manager() + "/" + place.reference();
  }

  /** The references that claims may have which a request names so. */
  static List<String> candidates(String reference) {
    List<String> candidates = new ArrayList<>(List.of(reference));
    for (int i = reference.indexOf('/'); i >= 0; i = reference.indexOf('/', i + 1)) {
      candidates.add(reference.substring(i + 1));
    }
    return candidates;
  }
}
