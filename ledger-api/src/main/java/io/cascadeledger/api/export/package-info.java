/** What is known here, written for the tools of others. */
package io.cascadeledger.api.export;
