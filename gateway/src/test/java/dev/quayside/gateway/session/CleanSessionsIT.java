package dev.quayside.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.step.RecurringStep;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@GatewayTest
class CleanSessionsIT {
    @Inject
    DataSource database;

    @Inject
    CleanSessions cleaning;

    @Test
    void signInsThatAreOverGoAndThoseThatAreNotStay() {
        UUID customer = UUID.randomUUID();
        Database.update(database, "insert into customers values (?, ?, 'x', 'x', now())", customer, customer + "@x");
        UUID live = session(customer, "null", "now() + interval '1 day'");
        UUID ended = session(customer, "now() - interval '2 days'", "now() + interval '1 day'");
        UUID justEnded = session(customer, "now()", "now() + interval '1 day'");
        UUID expired = session(customer, "null", "now() - interval '2 days'");
        cleaning.run(RecurringStep.ALL);
        assertThat(exists(live)).isTrue();
        assertThat(exists(justEnded)).isTrue();
        assertThat(exists(ended)).isFalse();
        assertThat(exists(expired)).isFalse();
    }

    @Test
    void theCleaningIsScheduledFromTheStart() {
        assertThat(Database.one(database, "select count(*) from scheduled_tasks where task_name = 'clean-sessions'"))
                .isEqualTo("1");
    }

    private UUID session(UUID customer, String endedAt, String expiresAt) {
        UUID id = UUID.randomUUID();
        Database.update(
                database,
                "insert into sessions values (?, ?, now() - interval '40 days', " + endedAt + ", case when " + endedAt
                        + " is null then null else 'SIGNED_OUT' end)",
                id,
                customer);
        String hash = id.toString().replace("-", "").repeat(2);
        Database.update(
                database,
                "insert into refresh_tokens values (?, ?, now() - interval '40 days', " + expiresAt + ")",
                hash,
                id);
        return id;
    }

    private boolean exists(UUID session) {
        return Database.one(database, "select count(*) from sessions where id = ?", session)
                .equals("1");
    }
}
