/**
 * Who may do what: access tokens, the clients that get them, and the filter that checks them.
 *
 * <p>Two halves that meet only in the token. {@link io.cascadeledger.api.security.TokenRoutes}
 * issues tokens to the clients in {@link io.cascadeledger.api.security.Clients}, signed with {@link
 * io.cascadeledger.api.security.SigningKeys}; it is silent when another issuer is configured.
 * {@link io.cascadeledger.api.security.AccessFilter} takes the token of each request that is not
 * public, has it verified by {@link io.cascadeledger.api.security.TokenVerifier}, and compares its
 * scopes with {@link io.cascadeledger.api.security.AccessRules}. An endpoint then finds its {@link
 * io.cascadeledger.api.security.Caller} on the request.
 */
package io.cascadeledger.api.security;
