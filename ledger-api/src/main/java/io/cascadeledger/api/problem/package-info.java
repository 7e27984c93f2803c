/**
 * The API's one way to say no: each problem has a stable {@link
 * io.cascadeledger.api.problem.ProblemCode}, and everything that fails becomes one of them.
 */
package io.cascadeledger.api.problem;
