/** Statements of loans: for programs, for spreadsheets, and for print. */
package io.cascadeledger.api.statement;
