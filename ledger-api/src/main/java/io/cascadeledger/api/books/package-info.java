/** How a tenant keeps its books. */
package io.cascadeledger.api.books;
