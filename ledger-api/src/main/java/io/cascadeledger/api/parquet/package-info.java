/**
 * Writes files of Apache Parquet, from the first byte to the last, with no more in memory than one
 * group of rows: <a href="https://parquet.apache.org/docs/file-format/">the format</a>.
 */
package io.cascadeledger.api.parquet;
