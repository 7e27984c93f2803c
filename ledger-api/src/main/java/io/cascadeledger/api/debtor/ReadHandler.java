package io.cascadeledger.api.debtor;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.Promises;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.projections.debtor.AccountQueries;
import io.cascadeledger.projections.debtor.AccountView;
import io.cascadeledger.projections.debtor.ClaimQueries;
import io.cascadeledger.projections.debtor.ClaimQueries.Paged;
import io.cascadeledger.projections.debtor.ClaimQueries.Place;
import io.cascadeledger.projections.debtor.ClaimView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is read of debtor accounts and claims. It blocks. */
final class ReadHandler {

  private final AccountQueries accounts;
  private final ClaimQueries claims;
  private final People people;
  private final CaughtUp caughtUp;
  private final BusinessClock clock;

  ReadHandler(
      AccountQueries accounts,
      ClaimQueries claims,
      People people,
      CaughtUp caughtUp,
      BusinessClock clock) {
    this.accounts = accounts;
    this.claims = claims;
    this.people = people;
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  Answer account(String tenant, ServerRequest request) {
    String reference = Query.required(request, AccountWrites.ACCOUNT);
    caughtUp.await();
    AccountView account = accounts.account(tenant, reference).block();
    requireFound(account, reference);
    ObjectNode answer = head(account);
    if (!account.parts().scores().isEmpty()) {
      ArrayNode scores = answer.putArray("scores");
      account.parts().scores().forEach(score -> scores.add(Claims.write(score)));
    }
    answer.set("debtors", debtors(tenant, account));
    ArrayNode products = answer.putArray("products");
    account.parts().products().forEach(product -> products.add(Products.write(product)));
    ArrayNode entries = answer.putArray("ledgerEntries");
    account.entries().forEach(entry -> entries.add(Entries.write(entry)));
    return new Answer(answer);
  }

  private static void requireFound(AccountView account, String reference) {
    if (account == null) {
      throw new Failure(HttpStatus.NOT_FOUND, "There is no account " + reference + ".");
    }
  }

  private static ObjectNode head(AccountView account) {
    ObjectNode head = Wire.object();
    head.set("meta", Wire.of(account.meta()));
    Wire.put(head, "paymentReference", account.paymentReference());
    Wire.put(head, "portfolioReference", account.portfolioReference());
    Wire.put(head, "currency", account.currency());
    return head;
  }

  private ArrayNode debtors(String tenant, AccountView account) {
    People.Opened opened = people.open(tenant, People.sealed(account.parts().debtors()));
    ArrayNode debtors = Wire.array();
    account.parts().debtors().forEach(debtor -> debtors.add(opened.write(debtor)));
    return debtors;
  }

  Answer claims(String tenant, ServerRequest request) {
    String reference = Query.required(request, AccountWrites.ACCOUNT);
    ClaimStatus status = status(request);
    int limit = Query.number(request, "limit", Limits.DEBTOR_PAGE, Limits.DEBTOR_PAGE);
    long after = after(request);
    caughtUp.await();
    AccountView account = accounts.withoutEntries(tenant, reference).block();
    // One more than wanted tells whether there is another page.
    List<Paged> found = claims.ofAccount(tenant, reference, status, after, limit + 1).block();
    if (found.isEmpty()) {
      requireFound(account, reference);
    }
    List<Paged> page = found.subList(0, Math.min(limit, found.size()));
    Answer answer = new Answer(write(tenant, account, page.stream().map(Paged::claim).toList()));
    return found.size() <= limit
        ? answer
        : answer.linked(
            request
                .uriBuilder()
                .replaceQueryParam("paginationId", page.getLast().position())
                .build()
                .toASCIIString());
  }

  private static ClaimStatus status(ServerRequest request) {
    String text = Query.text(request, "status");
    if (text == null) {
      return null;
    }
    return Arrays.stream(ClaimStatus.values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new Failure(Failure.BAD_REQUEST, "status must be ACTIVE or RESOLVED."));
  }

  private static long after(ServerRequest request) {
    String text = Query.text(request, "paginationId");
    try {
      return text == null ? 0 : Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw new Failure(Failure.BAD_REQUEST, "paginationId must be one that a Link has named.");
    }
  }

  /** Claims with who owes them: who is named, else the first debtor of the account. */
  private ArrayNode write(String tenant, AccountView account, List<ClaimView> found) {
    List<Debtor> debtors = found.stream().map(claim -> debtor(claim, account)).toList();
    People.Opened opened =
        people.open(
            tenant, debtors.stream().filter(Objects::nonNull).map(Debtor::personal).toList());
    ArrayNode array = Wire.array();
    for (int i = 0; i < found.size(); i++) {
      array.add(Claims.write(found.get(i), debtors.get(i), opened));
    }
    return array;
  }

  private static Debtor debtor(ClaimView claim, AccountView account) {
    if (claim.primaryDebtor() != null || account == null) {
      return claim.primaryDebtor();
    }
    List<Debtor> debtors = account.parts().debtors();
    return debtors.stream()
        .filter(it -> Objects.equals(it.reference(), claim.debtorReference()))
        .findFirst()
        .orElseGet(() -> debtors.isEmpty() ? null : debtors.getFirst());
  }

  Answer accountsOfDebtor(String tenant, ServerRequest request) {
    String debtor = Query.required(request, "debtorReference");
    caughtUp.await();
    TreeSet<String> references = new TreeSet<>();
    references.addAll(accounts.accountsOfDebtor(tenant, debtor).collectList().block());
    references.addAll(claims.accountsOfDebtor(tenant, debtor).collectList().block());
    ArrayNode answer = Wire.array();
    for (String reference : references) {
      AccountView account = accounts.withoutEntries(tenant, reference).block();
      if (account != null) {
        List<ClaimView> found =
            claims.ofAccount(tenant, reference, null, 0, Integer.MAX_VALUE).block().stream()
                .map(Paged::claim)
                .toList();
        ObjectNode object = Wire.object().put(AccountWrites.ACCOUNT, reference);
        object.setAll(head(account));
        object.set("claims", write(tenant, account, found));
        object.set("debtors", debtors(tenant, account));
        answer.add(object);
      }
    }
    return new Answer(answer);
  }

  Answer mandates(String tenant, ServerRequest request) {
    String reference = Query.required(request, AccountWrites.ACCOUNT);
    caughtUp.await();
    AccountView account = accounts.withoutEntries(tenant, reference).block();
    requireFound(account, reference);
    List<Mandate> mandates = account.parts().mandates();
    List<PersonalData> sealed = new ArrayList<>();
    mandates.forEach(mandate -> sealed.add(mandate.personal()));
    People.Opened opened = people.open(tenant, sealed);
    ArrayNode answer = Wire.array();
    mandates.forEach(
        mandate -> answer.add(opened.write(mandate).put(AccountWrites.ACCOUNT, reference)));
    return new Answer(answer);
  }

  Answer promises(String tenant, ServerRequest request) {
    String reference = Query.required(request, "claimReference");
    caughtUp.await();
    List<Place> places =
        claims
            .places(tenant, ClaimWrites.candidates(reference))
            .filter(place -> ClaimWrites.means(place, reference))
            .collectList()
            .block();
    if (places.isEmpty()) {
      throw new Failure(HttpStatus.NOT_FOUND, "There is no claim " + reference + ".");
    }
    if (places.size() > 1) {
      throw new Failure(Failure.BAD_REQUEST, ClaimWrites.ambiguous(reference, places));
    }
    Place place = places.getFirst();
    ClaimView claim = claims.claim(tenant, place).block();
    if (claim == null) {
      throw new Failure(HttpStatus.NOT_FOUND, "The claim " + reference + " is deleted.");
    }
    ArrayNode answer = Wire.array();
    Promises.on(
            claims.promises(tenant, place).block(),
            claims.paid(tenant, place).block(),
            clock.today())
        .forEach(
            (promise, status) -> {
              ObjectNode object = answer.addObject().put("amount", promise.amountMinor());
              Wire.put(object, "currency", claim.currency());
              Wire.put(object, "dueDate", promise.dueDate());
              object.put("status", status.name());
            });
    return new Answer(answer);
  }
}
