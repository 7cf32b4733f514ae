package dev.quayside.gateway.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks at the tokens of mailed links, and takes them. */
@ApplicationScoped
public class MailTokens {
    private final MailTokenRepository tokens;
    private final MailRepository mails;
    private final Clock clock;

    MailTokens(MailTokenRepository tokens, MailRepository mails, Clock clock) {
        this.tokens = tokens;
        this.mails = mails;
        this.clock = clock;
    }

    /** What a token proves while nobody takes it; empty for one that is unknown, used or over. */
    @Transactional
    public Optional<MailProof> look(String token, Set<MailKind> kinds) {
        return tokens.findByIdOptional(new MailSecret(token).hash())
                .filter(found -> found.isGood(clock.instant()))
                .map(MailToken::proof)
                .filter(proof -> kinds.contains(proof.kind()));
    }

    /** Takes a token; whether this was its one use. Of two at the same time, one has it. */
    @Transactional(TxType.MANDATORY)
    public boolean take(String token) {
        return tokens.deleteByHash(new MailSecret(token).hash()) == 1;
    }

    /** Makes links that were mailed for somebody worthless, and those that are still to be mailed. */
    @Transactional(TxType.MANDATORY)
    public void revoke(UUID subject, Set<MailKind> kinds) {
        // In this order: a mail that is being prepared holds its row until its token is there to be deleted.
        mails.deleteOf(subject, kinds);
        tokens.deleteOf(subject, kinds);
    }
}
