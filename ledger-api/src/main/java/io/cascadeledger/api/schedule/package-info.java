/** What a loan that the ledger services has to pay and when. */
package io.cascadeledger.api.schedule;
