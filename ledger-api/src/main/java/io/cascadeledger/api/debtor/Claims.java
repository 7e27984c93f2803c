package io.cascadeledger.api.debtor;

import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import io.cascadeledger.party.ScoreType;
import io.cascadeledger.projections.debtor.ClaimView;
import io.cascadeledger.sealing.DataSubjects;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims on the wire. */
final class Claims {

  private Claims() {}

  /** Reads what is said of a claim, as a patch: what is not said is null. */
  static ClaimPatch patch(String tenant, String claim, WireObject object, PersonReader people) {
    WireObject debtor = object.object("primaryDebtor");
    String account = object.reference("accountReference");
    String accountNumber = object.reference("accountNumber");
    return new ClaimPatch(
        object.number("amount"),
        object.currency("currency"),
        object.number("totalFees"),
        object.list("fees", Claims::fee),
        object.date("currentDueDate"),
        object.date("originalDueDate"),
        object.text("portfolioReference"),
        object.reference("productReference"),
        object.text("creditorReference"),
        object.text("paymentReference"),
        account == null ? accountNumber : account,
        object.list("scores", Claims::score),
        debtor == null ? null : debtor(tenant, claim, debtor, people),
        object.meta("meta"));
  }

  private static Debtor debtor(
      String tenant, String claim, WireObject object, PersonReader people) {
    Debtor debtor = people.debtor(tenant, object, DataSubjects.unnamedOfClaim(claim), false);
    object.requireNothingElse();
    return debtor;
  }

  /** All that is said of a claim at once. */
  static ClaimDetails details(ClaimPatch said) {
    if (said.currentDueDate() == null || said.originalDueDate() == null) {
      throw new ItemFault(
          (said.currentDueDate() == null ? "currentDueDate" : "originalDueDate") + " is missing");
    }
    return new ClaimDetails(
        said.amountMinor() == null ? 0 : said.amountMinor(),
        said.currency(),
        said.totalFeesMinor() == null ? 0 : said.totalFeesMinor(),
        said.fees() == null ? List.of() : said.fees(),
        said.currentDueDate(),
        said.originalDueDate(),
        said.portfolioReference(),
        said.productReference(),
        said.creditorReference(),
        said.paymentReference(),
        said.accountReference(),
        said.scores() == null ? List.of() : said.scores(),
        said.primaryDebtor(),
        said.meta());
  }

  private static ClaimFee fee(WireObject object) {
    ClaimFee fee =
        new ClaimFee(
            object.required("name", WireObject::text),
            object.required("amount", WireObject::number));
    object.requireNothingElse();
    return fee;
  }

  /** Reads a score out of an object that may say more. */
  static Score score(WireObject object) {
    return new Score(
        object.requiredConstant("type", ScoreType.class),
        object.json("value"),
        object.meta("meta"));
  }

  /** Writes a score. */
  static ObjectNode write(Score score) {
    ObjectNode object = Wire.object().put("type", score.type().name());
    if (score.value() == null) {
      object.putNull("value");
    } else {
      object.set("value", Wire.of(score.value()));
    }
    Wire.putMeta(object, score.meta());
    return object;
  }

  /**
   * Writes a claim.
   *
   * @param debtor who owes it; null if nobody is known
   */
  static ObjectNode write(ClaimView claim, Debtor debtor, People.Opened opened) {
    ObjectNode object = Wire.object().put("amount", claim.amountMinor());
    Wire.put(object, "currency", claim.currency());
    Wire.put(object, "portfolioReference", claim.portfolioReference());
    Wire.put(object, "productReference", claim.productReference());
    Wire.put(object, "creditorReference", claim.creditorReference());
    object.put("totalFees", claim.totalFeesMinor());
    Wire.put(object, "currentDueDate", claim.currentDueDate());
    Wire.put(object, "originalDueDate", claim.originalDueDate());
    if (!claim.scores().isEmpty()) {
      ArrayNode scores = object.putArray("scores");
      claim.scores().forEach(score -> scores.add(write(score)));
    }
    Wire.put(object, "paymentReference", claim.paymentReference());
    Wire.put(object, "accountReference", claim.accountReference());
    object.set("meta", Wire.of(claim.meta()));
    ArrayNode fees = object.putArray("fees");
    claim
        .fees()
        .forEach(fee -> fees.addObject().put("name", fee.name()).put("amount", fee.amountMinor()));
    object.set("primaryDebtor", debtor == null ? Wire.object() : opened.write(debtor));
    return object.put("claimReference", claim.reference()).put("status", claim.status().name());
  }
}
