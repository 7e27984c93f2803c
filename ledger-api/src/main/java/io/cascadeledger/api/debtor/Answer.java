package io.cascadeledger.api.debtor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request is answered with.
 *
 * @param body the body
 * @param next where the next page is, or null
 */
record Answer(JsonNode body, @Nullable String next) {

  Answer(JsonNode body) {
    this(body, null);
  }

  /** The accounts that a list of them has. */
  List<String> accounts() {
    return body.valueStream().map(it -> it.path(AccountWrites.ACCOUNT).asString()).toList();
  }

  Answer linked(String page) {
    return new Answer(body, page);
  }
}
