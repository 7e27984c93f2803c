package io.cascadeledger.api.debtor;

import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.sealing.DataSubjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Destroys what is known of people. It blocks. */
final class Erasure {

  private final People people;

  Erasure(People people) {
    this.people = people;
  }

  /** Erases each of the people that a list names, and says of whom there was something to erase. */
  JsonNode erase(String tenant, JsonNode body) {
    if (!body.isArray()) {
      throw new Failure(Failure.BAD_REQUEST, "The body must be a list.");
    }
    ObjectNode answer = Wire.object();
    for (JsonNode node : body) {
      Person person = person(node);
      answer.set(
          person.reference(),
          people.erase(tenant, person.subject())
              ? erased()
              : Groups.failure(person.reference(), "nothing is known of this person"));
    }
    return answer;
  }

  private static ObjectNode erased() {
    ObjectNode answer = Wire.object().put("success", true);
    answer.putArray("messages").add("Successfully erased");
    answer.putArray("messageIds").add(Identifiers.next().toString());
    return answer;
  }

  private record Person(String reference, String subject) {}

  /** Who is meant: a debtor by name, or the unnamed ones of an account or of a claim. */
  private static Person person(JsonNode node) {
    try {
      WireObject item = WireObject.of("", node);
      String debtor = item.reference("debtorReference");
      String account = item.reference("accountReference");
      String claim = item.reference("claimReference");
      item.requireNothingElse();
      if (debtor != null) {
        return new Person(debtor, DataSubjects.debtor(debtor));
      }
      if (account != null) {
        return new Person(account, DataSubjects.unnamedOfAccount(account));
      }
      if (claim != null) {
        return new Person(claim, DataSubjects.unnamedOfClaim(claim));
      }
    } catch (ItemFault e) {
      throw new Failure(Failure.BAD_REQUEST, e.getMessage());
    }
    throw new Failure(Failure.BAD_REQUEST, "Each item needs a debtorReference.");
  }
}
