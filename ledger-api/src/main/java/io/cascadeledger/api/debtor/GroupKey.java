package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.eventstore.RequestKey;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.stream.Digest;
import io.cascadeledger.stream.StreamCommand;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key of a group of a request that has one, so that a retry posts once. What the fingerprint
 * has of people is the digests that nobody can make once their keys are destroyed.
 */
final class GroupKey {

  private static final Set<String> PERSONAL =
      Stream.concat(
              PersonReader.TEXTS.stream(),
              Stream.of("contactInformation", "mandateRepresentation", "clientIpAddress"))
          .collect(Collectors.toUnmodifiableSet());

  private GroupKey() {}

  /** The key of a group; null if the request has none. */
  static @Nullable RequestKey of(Call call, Write write, Group group, StreamCommand command) {
    if (call.key() == null) {
      return null;
    }
    String fingerprint =
        Digest.of(
            write.name(),
            call.recompute(),
            call.trigger() == null ? null : call.trigger().name(),
            group.items().stream().map(item -> withoutPeople(item).toString()).toList(),
            people(command).map(PersonalData::toString).toList());
    return new RequestKey(
        "debtor-" + Digest.of(call.key(), group.reference()), HexFormat.of().parseHex(fingerprint));
  }

  private static JsonNode withoutPeople(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = Wire.object();
        object
            .properties()
            .forEach(
                it -> {
                  if (it.getKey().equals("meta")) {
                    copy.set("meta", it.getValue());
                  } else if (!PERSONAL.contains(it.getKey())) {
                    copy.set(it.getKey(), withoutPeople(it.getValue()));
                  }
                });
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Wire.array();
        array.forEach(item -> copy.add(withoutPeople(item)));
        yield copy;
      }
      default -> node;
    };
  }

  private static Stream<PersonalData> people(StreamCommand command) {
    return switch (command) {
      case AccountCommand it -> it.items().stream().map(GroupKey::person).filter(Objects::nonNull);
      case ChangeClaim it -> it.items().stream().map(GroupKey::person).filter(Objects::nonNull);
      default -> Stream.of();
    };
  }

  private static PersonalData person(AccountItem item) {
    return switch (item) {
      case AccountItem.AddDebtor(var debtor) -> debtor.personal();
      case AccountItem.UpdateDebtor(var debtor) -> debtor.personal();
      case AccountItem.CreateMandate(var mandate) -> mandate.personal();
      default -> null;
    };
  }

  private static PersonalData person(ClaimItem item) {
    Debtor debtor =
        switch (item) {
          case ClaimItem.Create it -> it.details().primaryDebtor();
          case ClaimItem.Recreate it -> it.details().primaryDebtor();
          case ClaimItem.Import it -> it.details().primaryDebtor();
          case ClaimItem.Update it -> it.patch().primaryDebtor();
          default -> null;
        };
    return debtor == null ? null : debtor.personal();
  }
}
