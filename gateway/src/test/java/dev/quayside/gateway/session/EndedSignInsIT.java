package dev.quayside.gateway.session;

import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an access token is good for once its sign-in has ended. */
@GatewayTest
class EndedSignInsIT {
    private static final String ME = "/v1/customers/me";

    @Inject
    EndedSignIns ended;

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    private Account laptop = new Account("", "", "", "");

    @BeforeEach
    void register() {
        Limits.forget(redis);
        laptop = Account.register();
    }

    @Test
    void anAccessTokenIsRefusedOnceItsSignInHasEndedAndTheOthersAreNot() {
        Account phone = laptop.again();
        laptop.request().delete(ME + "/sessions").then().statusCode(204);
        ended.look();
        phone.request()
                .get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                .body("detail", equalTo("the sign-in has ended; sign in again"));
        laptop.request().get(ME).then().statusCode(200);
        phone.again().request().get(ME).then().statusCode(200);
    }

    @Test
    void anEndThatWasCommittedLateIsFoundByTheNextLook() {
        ended.look();
        end("20 seconds");
        ended.look();
        laptop.request().get(ME).then().statusCode(401);
    }

    /** Each look reads what is new, not all that a shop's customers have ended in the last minutes. */
    @Test
    void anEndThatWasSeenIsNotReadForEver() {
        ended.look();
        end("5 minutes");
        ended.look();
        laptop.request().get(ME).then().statusCode(200);
    }

    private void end(String ago) {
        Database.update(
                database,
                "update sessions set ended_at = now() - interval '" + ago
                        + "', end_reason = 'SIGNED_OUT' where customer_id = ?",
                UUID.fromString(laptop.id()));
    }
}
