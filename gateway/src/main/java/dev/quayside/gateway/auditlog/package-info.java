/**
 * The audit log of the whole shop: what the services ship of staff's and scripts' writes, and the gateway's own.
 *
 * <p>Invariant: it is only ever added to, each entry once, which the table itself holds; entries past their time are forgotten.
 */
@NullMarked
package dev.quayside.gateway.auditlog;

import org.jspecify.annotations.NullMarked;
