package io.cascadeledger.api.program;

/**
 * A request to post, as it was sent, and the answer that acknowledged it.
 *
 * @param key its idempotency key
 * @param path where it was sent
 * @param body what was sent
 * @param answer the body of the first answer with a status of 2xx
 */
record Posted(String key, String path, String body, String answer) {}
