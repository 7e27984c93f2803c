package io.cascadeledger.api.description;

import java.util.Map;

/**
 * What the description says that no single operation knows.
 *
 * @param version the version of the ledger
 * @param tokenUrl where access tokens are given out, absolute or relative to the server
 * @param scopes every scope, with a sentence on what it allows, in order
 * @param tags every group of operations, with a sentence on what it holds, in order
 */
public record ApiFacts(
    String version, String tokenUrl, Map<String, String> scopes, Map<String, String> tags) {}
