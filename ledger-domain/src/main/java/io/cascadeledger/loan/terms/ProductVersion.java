package io.cascadeledger.loan.terms;

/**
 * The template that a loan's terms came from. The loan keeps what the template said when it was
 * opened, whatever becomes of it.
 *
 * @param productId the product's name
 * @param version its version, from 1
 */
public record ProductVersion(String productId, int version) {}
