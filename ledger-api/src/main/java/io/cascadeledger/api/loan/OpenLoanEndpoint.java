package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.CURRENCY;
import static io.cascadeledger.api.exchange.MovementFields.LOAN;
import static io.cascadeledger.api.exchange.MovementFields.METADATA;
import static io.cascadeledger.api.loan.ProductChoice.PRODUCT;
import static io.cascadeledger.api.loan.TermsFields.TERMS;

import io.cascadeledger.api.exchange.Draft;
import io.cascadeledger.api.exchange.PostEndpoint;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.ProductOffer;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** {@code POST /v1/loans}. */
public final class OpenLoanEndpoint {

  private static final Field<UUID> BORROWER =
      Field.uuid("borrower_id").describe("Who will owe the loan.");
  private static final Field<LocalDate> EFFECTIVE =
      Field.date("effective_at")
          .optional()
          .describe(
              "The day from which movements may count; the business date if left out. Loans that"
                  + " were opened elsewhere bring their own.")
          .example("2026-01-15");
  private static final Field<String> PROGRAM =
      Field.reference("program_id").optional().describe("The lending program it belongs to.");
  private static final Operation OPERATION =
      Operation.post("openLoan", "/v1/loans")
          .tag("Loans")
          .summary("Open a loan")
          .description(
              "Opens a loan under the identifier that you give it, with terms of its own or those"
                  + " of a product. No money moves yet.")
          .scope(Scopes.LOANS_WRITE)
          .body(
              Body.of(
                  "LoanRequest",
                  LOAN,
                  BORROWER,
                  CURRENCY,
                  EFFECTIVE,
                  PROGRAM,
                  PRODUCT,
                  TERMS,
                  METADATA))
          .posts("The loan was opened.", LoanReceipt.example("open"))
          .problems(
              ProblemCode.LOAN_ALREADY_EXISTS,
              ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE,
              ProblemCode.EFFECTIVE_DATE_IN_FUTURE,
              ProblemCode.TERMS_UNSOUND,
              ProblemCode.PRODUCT_NOT_FOUND,
              ProblemCode.PRODUCT_VERSION_NOT_FOUND,
              ProblemCode.PRODUCT_RETIRED,
              ProblemCode.TERMS_OUTSIDE_PRODUCT)
          .build();

  private OpenLoanEndpoint() {}

  /** Posts through the ledger's one way of posting, once the product is known. */
  public static Endpoint of(Writes writes, Products products) {
    return new PostEndpoint(writes, OPERATION, draft -> command(draft, products), LoanReceipt::of);
  }

  private static Mono<Object> command(Draft draft, Products products) {
    // What is malformed is said before what is not found.
    LoanTerms said = TermsFields.read(draft.get(TERMS), null);
    Values chosen = draft.get(PRODUCT);
    return chosen == null
        ? Mono.just(command(draft, said, null))
        : ProductChoice.read(products, draft.tenant(), chosen)
            .map(
                it ->
                    command(draft, TermsFields.read(draft.get(TERMS), it.template()), it.offer()));
  }

  private static OpenLoan command(Draft draft, LoanTerms terms, ProductOffer offer) {
    return new OpenLoan(
        new LoanId(draft.tenant(), draft.get(LOAN)),
        draft.get(BORROWER),
        draft.get(CURRENCY),
        draft.get(PROGRAM),
        terms,
        draft.body().find(EFFECTIVE).orElse(draft.time().businessDate()),
        draft.get(METADATA),
        draft.time(),
        offer);
  }
}
