/** Tables that are written for spreadsheets and for programs. */
package io.cascadeledger.api.csv;
