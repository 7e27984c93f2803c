package io.cascadeledger.api.exchange;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * A request to post, understood but not yet a command.
 *
 * @param tenant whose books it is about
 * @param actor who asks
 * @param parameters the parameters of its path and query
 * @param body its body
 * @param time when it came
 */
public record Draft(String tenant, String actor, Values parameters, Values body, PostingTime time) {

  /** The loan that the path names. */
  public LoanId loanInPath() {
    return new LoanId(tenant, parameters.get(MovementFields.LOAN_IN_PATH));
  }

  /** The loan that the body names. */
  public LoanId loanInBody() {
    return new LoanId(tenant, body.get(MovementFields.LOAN));
  }

  /** An amount of the body, in the currency that the body names. */
  public Money money(Field<Long> amount) {
    return new Money(body.get(amount), body.get(MovementFields.CURRENCY));
  }

  /** A field of the body, as {@link Values#get(Field)} has it. */
  public <T> T get(Field<T> field) {
    return body.get(field);
  }

  /** The day on which the movement counts. */
  public LocalDate effective() {
    return body.get(MovementFields.EFFECTIVE);
  }

  /** The caller's notes. */
  public Metadata metadata() {
    return body.get(MovementFields.METADATA);
  }
}
