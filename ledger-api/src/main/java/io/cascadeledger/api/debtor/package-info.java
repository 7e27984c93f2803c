/** Debtor accounts and claims, in the paths and forms of a published API. */
package io.cascadeledger.api.debtor;
