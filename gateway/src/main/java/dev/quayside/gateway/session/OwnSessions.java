package dev.quayside.gateway.session;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What customers do about their own sign-ins. */
@ApplicationScoped
public class OwnSessions {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of());

    private final SessionRepository sessions;
    private final Clock clock;

    OwnSessions(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Up to {@code limit + 1} rows of a page.
     *
     * @param total of the whole list; counted only when a page was asked for by number
     */
    record Found(List<SessionView> rows, long total) {}

    @Transactional
    Found list(UUID customer, Optional<UUID> current, ListQuery query) {
        Instant now = clock.instant();
        long total = query.number() == null ? 0 : sessions.countLive(customer, now);
        return new Found(views(sessions.live(customer, now, query), current), total);
    }

    /** All that can still be used, newest first; at most so many. */
    @Transactional
    public List<SessionView> newest(UUID customer, Optional<UUID> current, int most) {
        ListQuery query = new ListQuery(most, 1, null, "-createdAt", java.util.Map.of());
        return views(sessions.live(customer, clock.instant(), query), current);
    }

    @Transactional
    void end(UUID customer, UUID id) {
        if (sessions.endOne(customer, id, EndReason.ENDED_BY_OWNER, clock.instant()) == 0) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "no sign-in that can still be used has the id " + id);
        }
    }

    @Transactional
    void endOthers(UUID customer, Optional<UUID> current) {
        sessions.endAll(Subject.customer(customer), current, EndReason.ENDED_BY_OWNER, clock.instant());
    }

    static Cursor cursor(SessionView session, ListQuery query) {
        return new Cursor(query.sort(), session.createdAt().toString(), session.id());
    }

    private static List<SessionView> views(List<Session> rows, Optional<UUID> current) {
        return rows.stream().map(session -> session.view(current)).toList();
    }
}
