/**
 * Who changed what: one entry for each write of staff or a script, kept by the gateway and only ever added to.
 *
 * <p>An entry is committed with the change that it tells of, or neither is. A service keeps it in its outbox until the gateway has
 * acknowledged it; an entry that is sent twice is stored once, by its id.
 */
@NullMarked
package dev.quayside.kit.auditlog;

import org.jspecify.annotations.NullMarked;
