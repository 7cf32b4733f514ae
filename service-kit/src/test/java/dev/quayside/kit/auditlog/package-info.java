/**
 * Tests of the audit trail: what an entry holds, that none is forgotten, and that each arrives whatever dies on the way.
 */
@NullMarked
package dev.quayside.kit.auditlog;

import org.jspecify.annotations.NullMarked;
