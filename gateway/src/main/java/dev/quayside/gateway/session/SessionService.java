package dev.quayside.gateway.session;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens, renews and ends sign-ins. The sign-in's row is locked first, so uses of its tokens come one after another: the first gets a
 * successor, one within {@link #GRACE} of it gets the same, a later one is taken for theft and ends the sign-in.
 */
@ApplicationScoped
public class SessionService {
    /** Two tabs that wake up together, or an answer that was lost. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final Event<TokenReused> reuses;
    private final Clock clock;

    SessionService(SessionRepository sessions, RefreshTokenRepository tokens, Event<TokenReused> reuses, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.reuses = reuses;
        this.clock = clock;
    }

    /** Signs somebody in, in the transaction that has just looked at the account. */
    @Transactional(TxType.MANDATORY)
    public Opened open(Subject subject, Device device) {
        Session session = new Session(Ids.next(), subject, device, now());
        sessions.persist(session);
        sessions.flush();
        return new Opened(session.id(), issue(session).text());
    }

    /** The next token for a token; empty when that one is unknown, expired, ended or stolen. */
    @Transactional
    public Optional<Renewal> renew(String presented, Device device) {
        Instant now = now();
        return RefreshSecret.parse(presented)
                .flatMap(secret -> sessions.lockOf(secret.hash())
                        .filter(session -> !session.hasEnded())
                        .flatMap(session -> successor(secret, session, now).map(next -> {
                            session.used(device.address(), now);
                            return new Renewal(session.subject(), session.id(), next.text());
                        })));
    }

    /** Ends the sign-in that a token belongs to; a token that is unknown or over is no error. */
    @Transactional
    public void end(String presented) {
        RefreshSecret.parse(presented)
                .flatMap(secret -> sessions.lockOf(secret.hash()))
                .ifPresent(session -> session.end(EndReason.SIGNED_OUT, clock.instant()));
    }

    /** Ends all sign-ins of somebody but one, in the transaction of what is the reason for it. */
    @Transactional(TxType.MANDATORY)
    public void endAll(Subject subject, Optional<UUID> except, EndReason reason) {
        sessions.endAll(subject, except, reason, clock.instant());
    }

    /** Whether a sign-in was made within a while and has not ended. */
    @Transactional
    public boolean isLiveSince(UUID sessionId, Duration ago) {
        return sessions.findByIdOptional(sessionId)
                .filter(session -> !session.hasEnded()
                        && session.wasMadeAfter(clock.instant().minus(ago)))
                .isPresent();
    }

    /** Whose a sign-in is, if it has not ended. */
    @Transactional
    public Optional<Subject> subjectOf(UUID sessionId) {
        return sessions.findByIdOptional(sessionId)
                .filter(session -> !session.hasEnded())
                .map(Session::subject);
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
        session.end(EndReason.REUSED, now);
        reuses.fire(new TokenReused(session.subject(), session.id()));
        return Optional.empty();
    }

    /** What is shown must be what is sorted by, and PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant();
    }

    private RefreshSecret issue(Session session) {
        RefreshSecret secret = RefreshSecret.generate();
        tokens.persist(new RefreshToken(
                secret, session.id(), clock.instant(), session.subject().kind().life()));
        return secret;
    }
}
