/** What banks say, and whether the books are sound. */
package io.cascadeledger.api.bank;
