package dev.quayside.gateway.mail;

import java.util.UUID;

/**
 * What holding a mailed token proves: that somebody reads at an address.
 *
 * @param kind what the mail asked
 * @param subject whose account it was about
 * @param email the address that the mail went to; the account may have another by now
 */
public record MailProof(MailKind kind, UUID subject, String email) {}
