/**
 * Tests of the audit log.
 */
@NullMarked
package dev.quayside.gateway.auditlog;

import org.jspecify.annotations.NullMarked;
