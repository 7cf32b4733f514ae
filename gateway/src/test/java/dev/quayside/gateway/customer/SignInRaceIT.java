package dev.quayside.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A sign-in whose password was checked before it was changed, and that is opened after. */
@GatewayTest
class SignInRaceIT {
    private static final Device DEVICE = new Device("test", "127.0.0.1");

    @Inject
    Accounts accounts;

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    @Test
    void aPasswordThatWasReplacedSinceItWasCheckedLetsNobodyIn() {
        Limits.forget(redis);
        Account ada = Account.register();
        Accounts.Credentials checked = accounts.findByEmail(ada.email()).orElseThrow();
        assertThat(accounts.enter(checked, null, DEVICE)).isPresent();
        Database.update(
                database, "update customers set password_hash = 'other' where id = ?", UUID.fromString(ada.id()));
        assertThat(accounts.enter(checked, null, DEVICE)).isEmpty();
    }

    @Test
    void anAccountThatWasClosedSinceLetsNobodyIn() {
        Limits.forget(redis);
        Account ada = Account.register();
        Accounts.Credentials checked = accounts.findByEmail(ada.email()).orElseThrow();
        Database.update(database, "update customers set closed_at = now() where id = ?", UUID.fromString(ada.id()));
        assertThat(accounts.enter(checked, null, DEVICE)).isEmpty();
        assertThat(accounts.findByEmail(ada.email())).isEmpty();
    }
}
