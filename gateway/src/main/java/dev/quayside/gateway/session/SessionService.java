package dev.quayside.gateway.session;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Opens, renews and ends sign-ins. The sign-in's row is locked first, so uses of its tokens come one after another: the first gets a
 * successor, one within {@link #GRACE} of it gets the same, a later one is taken for theft and ends the sign-in.
 */
@ApplicationScoped
public class SessionService {
    /** Two tabs that wake up together, or an answer that was lost. */
    static final Duration GRACE = Duration.ofSeconds(10);
    /** How long a refresh token waits to be used. */
    static final Duration LIFE = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(SessionService.class);

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final Clock clock;

    SessionService(SessionRepository sessions, RefreshTokenRepository tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Signs a customer in and returns the first refresh token. */
    @Transactional
    public String open(UUID customerId) {
        Session session = new Session(Ids.next(), customerId, clock.instant());
        sessions.persist(session);
        sessions.flush();
        return issue(session).text();
    }

    /** The next token for a token; empty when that one is unknown, expired, ended or stolen. */
    @Transactional
    public Optional<Renewal> renew(String presented) {
        Instant now = clock.instant();
        return RefreshSecret.parse(presented)
                .flatMap(secret -> sessions.lockOf(secret.hash())
                        .filter(session -> !session.hasEnded())
                        .flatMap(session -> successor(secret, session, now)
                                .map(next -> new Renewal(session.customerId(), next.text()))));
    }

    /** Ends the sign-in that a token belongs to; a token that is unknown or over is no error. */
    @Transactional
    public void end(String presented) {
        RefreshSecret.parse(presented)
                .flatMap(secret -> sessions.lockOf(secret.hash()))
                .ifPresent(session -> session.end(Session.EndReason.SIGNED_OUT, clock.instant()));
    }

    private Optional<RefreshSecret> successor(RefreshSecret secret, Session session, Instant now) {
        RefreshToken token = tokens.findById(secret.hash());
        if (token.isExpired(now)) {
            return Optional.empty();
        }
        if (!token.isUsed()) {
            RefreshSecret next = issue(session);
            token.use(secret.seal(next), now);
            return Optional.of(next);
        }
        if (token.wasUsedWithin(GRACE, now)) {
            return Optional.of(secret.open(token.sealedSuccessor()));
        }
        session.end(Session.EndReason.REUSED, now);
        LOG.warnf(
                "a used refresh token came again; the sign-in %s of customer %s has been ended",
                session.id(), session.customerId());
        return Optional.empty();
    }

    private RefreshSecret issue(Session session) {
        RefreshSecret secret = RefreshSecret.generate();
        tokens.persist(new RefreshToken(secret, session.id(), clock.instant(), LIFE));
        return secret;
    }
}
