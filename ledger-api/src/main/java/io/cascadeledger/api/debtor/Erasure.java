package io.cascadeledger.api.debtor;

import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.projections.debtor.ClaimQueries;
import io.cascadeledger.sealing.DataSubjects;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Destroys what is known of people. It blocks. */
final class Erasure {

  private final People people;
  private final StoredFiles files;
  private final AccountQueries accounts;
  private final ClaimQueries claims;
  private final CaughtUp caughtUp;

  Erasure(
      People people,
      StoredFiles files,
      AccountQueries accounts,
      ClaimQueries claims,
      CaughtUp caughtUp) {
    this.people = people;
    this.files = files;
    this.accounts = accounts;
    this.claims = claims;
    this.caughtUp = caughtUp;
  }

  /** Erases each of the people that a list names, and says of whom there was something to erase. */
  JsonNode erase(String tenant, JsonNode body) {
    if (!body.isArray()) {
      throw new Failure(Failure.BAD_REQUEST, "The body must be a list.");
    }
    List<Person> named = body.valueStream().map(Erasure::person).toList();
    caughtUp.await();
    ObjectNode answer = Wire.object();
    for (Person person : named) {
      answer.set(
          person.reference(),
          erase(tenant, person)
              ? erased()
              : Groups.failure(person.reference(), "nothing is known of this person"));
    }
    return answer;
  }

  /** The key goes last: whoever is interrupted before that can ask once more. */
  private boolean erase(String tenant, Person person) {
    String reference = person.reference();
    boolean files =
        switch (person.kind()) {
          case DEBTOR -> this.files.eraseOfDebtor(tenant, reference, accountsOf(tenant, reference));
          case UNNAMED_OF_ACCOUNT -> this.files.eraseOfAccount(tenant, reference);
          case UNNAMED_OF_CLAIM -> this.files.eraseOfClaim(tenant, reference);
        };
    return people.erase(tenant, person.subject()) || files;
  }

  private Set<String> accountsOf(String tenant, String debtor) {
    Set<String> references = new TreeSet<>();
    references.addAll(accounts.accountsOfDebtor(tenant, debtor).collectList().block());
    references.addAll(claims.accountsOfDebtor(tenant, debtor).collectList().block());
    return references;
  }

  private static ObjectNode erased() {
    ObjectNode answer = Wire.object().put("success", true);
    answer.putArray("messages").add("Successfully erased");
    answer.putArray("messageIds").add(Identifiers.next().toString());
    return answer;
  }

  private enum Kind {
    DEBTOR,
    UNNAMED_OF_ACCOUNT,
    UNNAMED_OF_CLAIM
  }

  private record Person(Kind kind, String reference) {

    private String subject() {
      return switch (kind) {
        case DEBTOR -> DataSubjects.debtor(reference);
        case UNNAMED_OF_ACCOUNT -> DataSubjects.unnamedOfAccount(reference);
        case UNNAMED_OF_CLAIM -> DataSubjects.unnamedOfClaim(reference);
      };
    }
  }

  /** Refuses what does not say who is to be erased. */
  static void requirePerson(JsonNode node) {
    person(node);
  }

  /** Who is meant: a debtor by name, or the unnamed ones of an account or of a claim. */
  private static Person person(JsonNode node) {
    try {
      WireObject item = WireObject.of("", node);
      String debtor = item.reference("debtorReference");
      String account = item.reference("accountReference");
      String claim = item.reference("claimReference");
      item.requireNothingElse();
      if (debtor != null) {
        return new Person(Kind.DEBTOR, debtor);
      }
      if (account != null) {
        return new Person(Kind.UNNAMED_OF_ACCOUNT, account);
      }
      if (claim != null) {
        return new Person(Kind.UNNAMED_OF_CLAIM, claim);
      }
    } catch (ItemFault e) {
      throw new Failure(Failure.BAD_REQUEST, e.getMessage());
    }
    throw new Failure(Failure.BAD_REQUEST, "Each item needs a debtorReference.");
  }
}
