package io.cascadeledger.api.parquet;

/**
 * A column of a file, whose values may be missing.
 *
 * @param name its name
 * @param type what its values are
 */
public record ParquetField(String name, ParquetType type) {}
