package io.cascadeledger.api.history;

import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.history.HistoryParameters.SEQUENCE;
import static io.cascadeledger.api.history.HistoryParameters.SINCE;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.stream.Digest;
import java.util.List;
import java.util.UUID;

/** The operations that show a debtor account or a claim after any of its events. */
public final class DebtorHistoryEndpoints {

  /** Not in the path, where a slash in it could not be told from others. */
  private static final Parameter<String> ACCOUNT =
      Parameter.query(
          Field.reference("account_reference")
              .describe("The lender's reference of the debtor account.")
              .example("A-1"));

  private static final Parameter<String> CLAIM =
      Parameter.query(
          Field.reference("claim_reference")
              .describe("The lender's reference of a claim that no account's entries manage.")
              .example("C-1"));

  private static final Operation ACCOUNT_STATE =
      Operation.get("getDebtorAccountHistory", "/v1/debtor-accounts/history/{sequence}")
          .tag("Events")
          .summary("Read a debtor account as it was after an event")
          .description(
              "What the account was when this event was the last that had happened to it, with the"
                  + " claims that its entries manage. It is made of the events as they are stored,"
                  + " by the rules by which the account decides. What is known of people is not"
                  + " shown.")
          .scope(Scopes.EVENTS_READ)
          .parameter(SEQUENCE)
          .parameter(ACCOUNT)
          .answer(200, "The account as it was.", DebtorAccountMomentAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private static final Operation ACCOUNT_CHANGES =
      Operation.get("getDebtorAccountChanges", "/v1/debtor-accounts/history/{sequence}/changes")
          .tag("Events")
          .summary("Compare a debtor account after two events")
          .description(
              "What one event, or all events between two, changed of the account: each value of its"
                  + " state that is another, before and after.")
          .scope(Scopes.EVENTS_READ)
          .parameter(SEQUENCE)
          .parameter(ACCOUNT)
          .parameter(SINCE)
          .answer(200, "What changed.", DebtorAccountChangesAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private static final Operation ACCOUNT_KNOWN =
      Operation.get("getDebtorAccountState", "/v1/debtor-accounts/state")
          .tag("Events")
          .summary("Read a debtor account as it was known at a time")
          .description(
              "What the account was after the last of its events that had been recorded by"
                  + " known_at, or is now: with the claims that its entries manage, and the event"
                  + " that made it so. What is known of people is not shown.")
          .scope(Scopes.EVENTS_READ)
          .parameter(ACCOUNT)
          .parameter(KNOWN_AT)
          .answer(200, "The account as it was known.", DebtorAccountMomentAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND)
          .build();

  private static final Operation CLAIM_STATE =
      Operation.get("getClaimHistory", "/v1/claims/history/{sequence}")
          .tag("Events")
          .summary("Read a claim as it was after an event")
          .description(
              "What the claim was when this event was the last that had happened to it. A claim that"
                  + " an account's entries manage has no events of its own: it is in the history of"
                  + " its account. What is known of people is not shown.")
          .scope(Scopes.EVENTS_READ)
          .parameter(SEQUENCE)
          .parameter(CLAIM)
          .answer(200, "The claim as it was.", ClaimMomentAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private static final Operation CLAIM_CHANGES =
      Operation.get("getClaimChanges", "/v1/claims/history/{sequence}/changes")
          .tag("Events")
          .summary("Compare a claim after two events")
          .description(
              "What one event, or all events between two, changed of the claim: each value of its"
                  + " state that is another, before and after.")
          .scope(Scopes.EVENTS_READ)
          .parameter(SEQUENCE)
          .parameter(CLAIM)
          .parameter(SINCE)
          .answer(200, "What changed.", ClaimChangesAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private static final Operation CLAIM_KNOWN =
      Operation.get("getClaimState", "/v1/claims/state")
          .tag("Events")
          .summary("Read a claim as it was known at a time")
          .description(
              "What the claim was after the last of its events that had been recorded by known_at,"
                  + " or is now, and the event that made it so. A claim that an account's entries"
                  + " manage is in the state of its account. What is known of people is not shown.")
          .scope(Scopes.EVENTS_READ)
          .parameter(CLAIM)
          .parameter(KNOWN_AT)
          .answer(200, "The claim as it was known.", ClaimMomentAnswer.example())
          .problems(ProblemCode.STREAM_NOT_FOUND)
          .build();

  private final StoredEvents events;

  private DebtorHistoryEndpoints(StoredEvents events) {
    this.events = events;
  }

  /** The endpoints. */
  public static List<Endpoint> all(StoredEvents events) {
    DebtorHistoryEndpoints all = new DebtorHistoryEndpoints(events);
    HistoryAnswers<String, DebtorAccountStateAnswer> accounts =
        new HistoryAnswers<>(ACCOUNT, all::account);
    HistoryAnswers<String, ClaimStateAnswer> claims = new HistoryAnswers<>(CLAIM, all::claim);
    return List.of(
        accounts.moment(ACCOUNT_STATE, DebtorAccountMomentAnswer::new),
        accounts.changes(ACCOUNT_CHANGES, DebtorAccountChangesAnswer::new),
        accounts.known(ACCOUNT_KNOWN, DebtorAccountMomentAnswer::new),
        claims.moment(CLAIM_STATE, ClaimMomentAnswer::new),
        claims.changes(CLAIM_CHANGES, ClaimChangesAnswer::new),
        claims.known(CLAIM_KNOWN, ClaimMomentAnswer::new));
  }

  private StreamHistory<DebtorAccountStateAnswer> account(String tenant, String reference) {
    AccountState state = new AccountState();
    return new StreamHistory<>(
        events,
        new StreamHistory.Stream(tenant, AccountId.STREAM_TYPE, stream(reference)),
        event -> state.evolve((AccountEvent) event),
        () -> DebtorAccountStateAnswer.of(state),
        () -> missing("debtor account", reference));
  }

  private StreamHistory<ClaimStateAnswer> claim(String tenant, String reference) {
    ClaimState[] state = {ClaimState.NONE};
    return new StreamHistory<>(
        events,
        new StreamHistory.Stream(tenant, ClaimId.STREAM_TYPE, stream(reference)),
        event -> state[0] = state[0].after((ClaimEvent) event),
        () -> ClaimStateAnswer.of(state[0]),
        () -> missing("claim with events of its own", reference));
  }

  private static UUID stream(String reference) {
    return Digest.uuidOf(reference);
  }

  private static ProblemException missing(String what, String reference) {
    return new ProblemException(
        ProblemCode.STREAM_NOT_FOUND, "There is no %s %s.".formatted(what, reference));
  }
}
