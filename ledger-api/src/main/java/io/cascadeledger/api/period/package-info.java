/** Closing accounting periods, and opening them again. */
package io.cascadeledger.api.period;
