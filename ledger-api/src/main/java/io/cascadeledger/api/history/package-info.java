/** What loans were after each of their events, and what changed between two of them. */
package io.cascadeledger.api.history;
