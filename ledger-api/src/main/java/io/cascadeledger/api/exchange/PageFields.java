package io.cascadeledger.api.exchange;

import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.limits.Limits;

/** The parameters of what is read page by page. */
public final class PageFields {

  /** How many items a page has. */
  public static final Parameter<Integer> PAGE_SIZE =
      Parameter.query(
          Field.integer("page_size", 1, Limits.PAGE_SIZE)
              .optional(Limits.PAGE_SIZE_DEFAULT)
              .describe("How many entries at most."));

  /** Where the page begins. */
  public static final Parameter<String> PAGE_TOKEN =
      Parameter.query(
          Field.token("page_token", "^[0-9]{1,18}$", "42")
              .optional()
              .describe("The next_page_token of the page before."));

  private PageFields() {}

  /** The position after which the page begins, or 0. */
  public static long after(Values parameters) {
    return parameters.find(PAGE_TOKEN).map(Long::parseLong).orElse(0L);
  }
}
