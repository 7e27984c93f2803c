package io.cascadeledger.given;

import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches the domain's "no" for one reason. */
public final class RefusedAs extends TypeSafeMatcher<Refused> {
  private final RefusalCode code;

  private RefusedAs(RefusalCode code) {
    this.code = code;
  }

  public static RefusedAs refusedAs(RefusalCode code) {
    return new RefusedAs(code);
  }

  @Override
  protected boolean matchesSafely(Refused refused) {
    return refused.code() == code;
  }

  @Override
  public void describeTo(Description description) {
    description.appendText("refused as ").appendValue(code);
  }
}
