/**
 * Mails: what is to be sent is committed with the change that it tells of, and sent by a durable step.
 *
 * <p>The token in a mail's link is made when the mail is sent, stored as a hash and good for one use. No mail, and no address, is ever
 * in a log.
 */
@NullMarked
package dev.quayside.gateway.mail;

import org.jspecify.annotations.NullMarked;
