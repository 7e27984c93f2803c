/** How the API writes JSON. */
package io.cascadeledger.api.json;
