package io.cascadeledger.api.debtor;

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

  Answer linked(String page) {
    return new Answer(body, page);
  }
}
