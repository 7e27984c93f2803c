package io.cascadeledger.api.debtor;

import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.stream.StreamCommand;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation that posts.
 *
 * @param name its name, the last part of its path
 * @param field the field of each item that has its reference; null if the body is an object by
 *     references
 * @param ofClaims whether the references are those of claims that accounts may manage
 * @param maker makes the command of a group; it may block, and throws {@link ItemFault}
 * @param message what is said of a group that succeeded
 * @param data what else is answered of it, or null
 */
record Write(
    String name,
    @Nullable String field,
    boolean ofClaims,
    Maker maker,
    Function<Group, String> message,
    @Nullable Data data) {

  /** Makes commands. */
  @FunctionalInterface
  interface Maker extends BiFunction<Call, Group, StreamCommand> {}

  /** Makes what is answered of a group that was posted. */
  @FunctionalInterface
  interface Data {
    JsonNode of(Call call, Group group, Posted posted);
  }

  /** What is answered is what was sent. */
  static final Data ECHO = (_, group, _) -> group.items().getFirst();

  /** What is answered is the list that was sent. */
  static final Data ECHO_LIST =
      (_, group, _) -> {
        var list = Wire.array();
        group.items().forEach(list::add);
        return list;
      };

  /** The groups of a body. */
  List<Group> groups(JsonNode body) {
    return field == null ? Group.ofMap(body) : Group.ofList(body, field);
  }
}
