/** The end of the business day, for all loans of a tenant. */
package io.cascadeledger.api.endofday;
