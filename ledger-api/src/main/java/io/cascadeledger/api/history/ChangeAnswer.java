package io.cascadeledger.api.history;

import io.cascadeledger.api.json.Describe;

/** One value that changed. */
@Describe("A value of the state that changed.")
record ChangeAnswer(
    @Describe(
            "Where it stands in the state; what a list holds by its first value, such as a charge by"
                + " its identifier.")
        String path,
    @Describe(value = "The value before; left out if there was none.", optional = true)
        String before,
    @Describe(value = "The value after; left out if there is none.", optional = true)
        String after) {}
