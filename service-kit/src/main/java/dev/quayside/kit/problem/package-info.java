/**
 * Errors as RFC 9457 problem bodies with stable codes.
 *
 * <p>A service throws {@link dev.quayside.kit.problem.ProblemException}; the mappers here turn it, and every fault that a framework
 * raises, into the same body. No stack trace or SQL message ever reaches a caller.
 */
@NullMarked
package dev.quayside.kit.problem;

import org.jspecify.annotations.NullMarked;
