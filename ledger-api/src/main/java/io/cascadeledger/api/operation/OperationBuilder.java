package io.cascadeledger.api.operation;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Parameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Declares an {@link Operation}, a line for each thing that there is to say. */
public final class OperationBuilder {

  private final String id;
  private final HttpMethod method;
  private final String path;
  private String tag = "Ledger";
  private String summary = "";
  private String description = "";
  private String scope;
  private boolean idempotent;
  private boolean many;
  private Body body;
  private final List<Translation> translations = new ArrayList<>();
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Map<MediaType, String> texts = new LinkedHashMap<>();
  private final Set<ProblemCode> problems = EnumSet.noneOf(ProblemCode.class);

  OperationBuilder(String id, HttpMethod method, String path) {
    this.id = id;
    this.method = method;
    this.path = path;
  }

  /** The group that the operation belongs to in the description. */
  public OperationBuilder tag(String name) {
    this.tag = name;
    return this;
  }

  /** What the operation does, in a few words. */
  public OperationBuilder summary(String text) {
    this.summary = text;
    return this;
  }

  /** What the operation does, in as many sentences as it takes; Markdown. */
  public OperationBuilder description(String text) {
    this.description = text;
    return this;
  }

  /** The scope that a token must have; without one, the operation is public. */
  public OperationBuilder scope(String name) {
    this.scope = name;
    return this;
  }

  /** The Idempotency-Key header is required, unless the request is only tried. */
  OperationBuilder idempotent() {
    this.idempotent = true;
    return this;
  }

  /**
   * The ways in which a request that posts succeeds.
   *
   * @param text what it has done, in a sentence
   */
  public OperationBuilder posts(String text, Record example) {
    return answer(201, text, example)
        .answer(
            200,
            "An earlier request with the same key had done it; or dry_run=true was sent, and"
                + " nothing was stored.",
            example);
  }

  /** The body and the answer are streams of objects, and each object has a key. */
  OperationBuilder many() {
    this.many = true;
    return this;
  }

  /** What the request's body must be, or each object of it if there are many. */
  public OperationBuilder body(Body declared) {
    this.body = declared;
    return this;
  }

  /** Another form that the request's body may have. */
  public OperationBuilder orBody(Translation translation) {
    translations.add(translation);
    return this;
  }

  /** A parameter of the path or the query. */
  public OperationBuilder parameter(Parameter<?> parameter) {
    parameters.add(parameter);
    return this;
  }

  /** A way in which the operation succeeds, with an example of its body. */
  public OperationBuilder answer(int status, String text, Record example) {
    answers.add(new Answer(status, text, example.getClass(), example));
    return this;
  }

  /**
   * Another form of the answer that was declared last, besides JSON.
   *
   * @param type its media type
   * @param text what it is
   * @param example makes an example, or the beginning of one
   */
  public OperationBuilder orAs(MediaType type, String text, Supplier<String> example) {
    answers.add(answers.removeLast().or(new TextForm(type, text, example)));
    return this;
  }

  /**
   * The operation succeeds with a text, which it writes while it is read.
   *
   * @param type the type of the text
   * @param example how it begins
   */
  public OperationBuilder text(MediaType type, String example) {
    texts.put(type, example);
    return this;
  }

  /** Ways in which this operation can fail, besides those that follow from what it takes. */
  public OperationBuilder problems(ProblemCode... codes) {
    problems.addAll(List.of(codes));
    return this;
  }

  /**
   * The operation.
   *
   * @throws IllegalArgumentException if it has no answer, or its path and parameters do not match
   */
  public Operation build() {
    if (idempotent) {
      parameters.add(DryRun.PARAMETER);
    }
    return new Operation(
        id,
        method,
        path,
        tag,
        summary,
        description,
        scope,
        idempotent,
        many,
        body,
        translations,
        new Parameters(parameters),
        answers,
        texts,
        problems);
  }
}
