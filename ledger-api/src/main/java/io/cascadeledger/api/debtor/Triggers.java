package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.claim.value.CustomTrigger;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.refusal.ItemRefused;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Records the triggers that come with requests which post nothing else: each is an event of the
 * accounts that the request is about, behind what it did. It blocks.
 */
final class Triggers {

  private static final String NAME = "triggerName";

  private final Posting posting;
  private final BusinessClock clock;

  Triggers(Posting posting, BusinessClock clock) {
    this.posting = posting;
    this.clock = clock;
  }

  /**
   * A read that records the trigger it comes with.
   *
   * @param read what is read
   * @param accounts the accounts that a request and its answer are about
   */
  BiFunction<String, ServerRequest, Answer> with(
      BiFunction<String, ServerRequest, Answer> read,
      BiFunction<ServerRequest, Answer, Collection<String>> accounts) {
    return (tenant, request) -> {
      CustomTrigger trigger = of(request);
      requireAllowed(Caller.of(request), trigger);
      Answer answer = read.apply(tenant, request);
      if (trigger != null) {
        fire(request, trigger, accounts.apply(request, answer));
      }
      return answer;
    };
  }

  /** A read of one account, which records the trigger it comes with. */
  BiFunction<String, ServerRequest, Answer> withAccount(
      BiFunction<String, ServerRequest, Answer> read) {
    return with(read, (request, _) -> List.of(Query.required(request, AccountWrites.ACCOUNT)));
  }

  /** The trigger that a request names, or null. */
  static @Nullable CustomTrigger of(ServerRequest request) {
    String name = Query.text(request, NAME);
    return name == null ? null : new CustomTrigger(name, null);
  }

  /** What is recorded is written, though it comes with a read. */
  private static void requireAllowed(Caller caller, @Nullable CustomTrigger trigger) {
    if (trigger != null && !caller.scopes().contains(Scopes.DEBTORS_WRITE)) {
      throw new Failure(
          HttpStatus.FORBIDDEN, "A triggerName needs the scope " + Scopes.DEBTORS_WRITE + ".");
    }
  }

  /**
   * Records a trigger for some accounts.
   *
   * @throws Failure if it cannot be recorded
   */
  void fire(ServerRequest request, CustomTrigger trigger, Collection<String> accounts) {
    Caller caller = Caller.of(request);
    PostingRequest asked =
        new PostingRequest(
            "trigger",
            caller.tenant(),
            caller.client(),
            null,
            Identifiers.next().toString(),
            CorrelationId.traceparent(request.headers().asHttpHeaders()));
    for (String account : accounts) {
      AccountItem item = new AccountItem.FireTrigger(trigger);
      AccountId id = new AccountId(caller.tenant(), account);
      try {
        posting.post(asked, new ChangeAccount(id, List.of(item), clock.now())).block();
      } catch (ItemRefused e) {
        throw new Failure(HttpStatus.NOT_FOUND, account + ": " + e.getMessage());
      } catch (PostingException e) {
        throw new Failure(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
      }
    }
  }
}
