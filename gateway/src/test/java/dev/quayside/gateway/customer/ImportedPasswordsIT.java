package dev.quayside.gateway.customer;

import static dev.quayside.gateway.customer.Fixtures.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.password.Passwords;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Customers;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.Mailbox;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import dev.quayside.kit.testing.Together;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers of another shop sign in with the passwords that they have; once they have, the hashes are ours. */
@GatewayTest
class ImportedPasswordsIT {
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";
    private static final String PASSWORD = "correct horse battery";
    private static final String OURS = "$argon2id$v=19$m=256,t=1,p=1$";

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    private final String email = Account.newEmail();

    @BeforeEach
    void clean() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
    }

    @ParameterizedTest
    @CsvSource({
        "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS, correct horse battery",
        "$2b$04$abcdefghijklmnopqrstuunnkVPrVbS9n1FIkm9sKgqbgoeRIrPJS, Zürich-пароль-密码",
        "$2y$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS, correct horse battery",
        "'$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4', password",
    })
    void aHashOfAnotherShopLetsItsOwnerInAndIsOursFromThenOn(String hash, String password) {
        imported(hash);
        login(email, password + "!").then().statusCode(401).body("code", equalTo("invalid_credentials"));
        assertThat(stored()).isEqualTo(hash);
        login(email, password).then().statusCode(200).body("data.customer.email", equalTo(email));
        String renewed = stored();
        assertThat(renewed).startsWith(OURS);
        login(email, password).then().statusCode(200);
        assertThat(stored()).as("once").isEqualTo(renewed);
        login(email, password + "!").then().statusCode(401);
    }

    @Test
    void aPasswordThatBcryptCutCountsWholeOnceItWasUsed() {
        imported("$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i");
        login(email, "x".repeat(80)).then().statusCode(200);
        assertThat(stored()).startsWith(OURS);
        login(email, "x".repeat(72)).then().statusCode(401);
        login(email, "x".repeat(80)).then().statusCode(200);
    }

    /** The old password was found right, and then, before its hash was renewed, the password was changed. */
    @Test
    void aPasswordThatIsChangedMeanwhileIsNotPutBack() {
        imported(BCRYPT);
        Accounts.Credentials matched = accounts.findByEmail(email).orElseThrow();
        String renewed = passwords.renewed(PASSWORD, BCRYPT).orElseThrow();
        String changed = passwords.hash("another password");
        Database.update(database, "update customers set password_hash = ? where email = ?", changed, email);
        assertThat(accounts.enter(matched, renewed, new Device("test", "127.0.0.1")))
                .isEmpty();
        assertThat(stored()).isEqualTo(changed);
        login(email, PASSWORD).then().statusCode(401);
        login(email, "another password").then().statusCode(200);
    }

    @Test
    void ofManyFirstSignInsAtOnceAllComeIn() {
        imported(BCRYPT);
        assertThat(Together.times(4, () -> login(email, PASSWORD).statusCode())).containsOnly(200);
        assertThat(stored()).startsWith(OURS);
    }

    @Test
    void withoutAHashTheOwnerChoosesAPasswordByMail() {
        Customers.open(Map.of("email", email)).then().statusCode(201);
        login(email, PASSWORD).then().statusCode(401);
        Account.post("/v1/auth/password/forgot", Map.of("email", email)).then().statusCode(202);
        String token = new Mailbox(email).token("reset-password");
        Account.post("/v1/auth/password/reset", Map.of("token", token, "password", PASSWORD))
                .then()
                .statusCode(204);
        login(email, PASSWORD).then().statusCode(200).body("data.customer.emailVerified", equalTo(true));
    }

    private void imported(String hash) {
        Customers.open(Map.of("email", email, "passwordHash", hash)).then().statusCode(201);
    }

    private String stored() {
        return Database.one(database, "select password_hash from customers where email = ?", email);
    }
}
