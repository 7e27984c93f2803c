package io.cascadeledger.api.problem;

import io.cascadeledger.api.json.Describe;
import java.util.List;

/**
 * The answer to a request that did not do what it asked for, as RFC 9457 has it.
 *
 * @param type where the problem is explained
 * @param title the problem in a few words, the same for each code
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param instance the path of the request
 * @param code what is wrong, for programs
 * @param correlationId what ties the answer to the ledger's logs
 * @param errors what is wrong with which part of the request; null if that is not known
 */
@Describe("What is wrong, as RFC 9457 has it.")
public record Problem(
    @Describe("Where the problem is explained.") String type,
    @Describe("The problem in a few words, the same for each code.") String title,
    @Describe("The HTTP status.") int status,
    @Describe("What is wrong with this request.") String detail,
    @Describe("The path of the request.") String instance,
    @Describe("The stable code of the problem, for programs.") String code,
    @Describe("What ties the answer to the ledger's logs.") String correlationId,
    @Describe(value = "What is wrong with which part of the request.", optional = true)
        List<ErrorItem> errors) {

  /**
   * What is wrong with one part of a request.
   *
   * @param field the path of a field, such as {@code loans[3]}, or the name of a parameter
   * @param code what is wrong, for programs
   * @param message what is wrong, for people
   */
  @Describe("What is wrong with one part of the request.")
  public record ErrorItem(
      @Describe("The field's path, such as `loans[3].interest_minor`, or a parameter's name.")
          String field,
      @Describe("What is wrong, for programs.") String code,
      @Describe("What is wrong, for people.") String message) {}
}
