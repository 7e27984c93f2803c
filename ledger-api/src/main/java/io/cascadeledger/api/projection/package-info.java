/** How far the read models are, and their rebuilds. */
package io.cascadeledger.api.projection;
