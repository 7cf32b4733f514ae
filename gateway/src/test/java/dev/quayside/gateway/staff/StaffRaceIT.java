package dev.quayside.gateway.staff;

import static dev.quayside.gateway.staff.People.PASSWORD;
import static dev.quayside.gateway.staff.People.accept;
import static dev.quayside.gateway.staff.People.act;
import static dev.quayside.gateway.staff.People.admin;
import static dev.quayside.gateway.staff.People.delete;
import static dev.quayside.gateway.staff.People.invite;
import static dev.quayside.gateway.staff.People.invited;
import static dev.quayside.gateway.staff.People.login;
import static dev.quayside.gateway.staff.People.newEmail;
import static dev.quayside.gateway.staff.People.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class StaffRaceIT {
    private static final String OWNERS = "from staff_users u join staff_roles sr on sr.user_id = u.id"
            + " join roles r on r.id = sr.role_id where r.name = 'owner'";

    @Inject
    DataSource database;

    @Inject
    StaffAccounts accounts;

    /** Owners of other tests would hide that the last one goes. */
    @BeforeEach
    void noOwners() {
        Database.update(database, "delete from staff_users where id in (select u.id " + OWNERS + ")");
    }

    @Test
    void theLastOwnerCannotBeDisabledDeletedOrStripped() {
        String owner = owner();
        String waiting = invited("owner").id();
        for (Response answer : List.of(
                act(admin(), owner, "disable"),
                delete(admin(), owner),
                patch(admin(), owner, Map.of("roles", List.of("manager"))))) {
            answer.then().statusCode(409).body("code", equalTo("last_owner"));
        }
        patch(admin(), owner, Map.of("name", "Ada")).then().statusCode(200);
        delete(admin(), waiting).then().statusCode(204);
        String second = owner();
        act(admin(), owner, "disable").then().statusCode(200);
        delete(admin(), second).then().statusCode(409);
        delete(admin(), owner).then().statusCode(204);
    }

    @Test
    void ofOwnersWhoAreTakenAwayAtOnceOneStays() {
        List<String> owners = IntStream.range(0, 6).mapToObj(i -> owner()).toList();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            String id = owners.get(i);
            work.add(
                    switch (i % 3) {
                        case 0 -> () -> act(admin(), id, "disable").statusCode();
                        case 1 -> () -> delete(admin(), id).statusCode();
                        default ->
                            () -> patch(admin(), id, Map.of("roles", List.of("viewer")))
                                    .statusCode();
                    });
        }
        assertThat(Together.run(work)).containsOnlyOnce(409).isSubsetOf(200, 204, 409);
        assertThat(Database.one(database, "select count(*) " + OWNERS + " and u.status = 'ACTIVE'"))
                .isEqualTo("1");
    }

    @Test
    void ofManyWhoShowOneInvitationOneChoosesThePassword() {
        People.Person person = invited("support");
        List<Integer> statuses = Together.run(
                4, i -> accept(person.invitation(), "chosen by number " + i).statusCode());
        // A 503 on a busy machine: only so many passwords are hashed at once, and the others do not wait for ever.
        assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 401, 503);
        int chosen = statuses.indexOf(204);
        login(person.email(), "chosen by number " + chosen).then().statusCode(200);
    }

    @Test
    void ofManyInvitationsOfOneAddressOneIsMade() {
        String email = newEmail();
        assertThat(Together.times(6, () -> invite(admin(), email, "support").statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    /** The password was found right, and then, before the sign-in was opened, something happened to the user. */
    @Test
    void whoIsDisabledOrGetsANewPasswordWhileSigningInDoesNotComeIn() {
        People.Person person = invited("support").accepts();
        StaffAccounts.Credentials checked = accounts.find(person.email()).orElseThrow();
        act(admin(), person.id(), "disable").then().statusCode(200);
        assertThat(accounts.enter(checked, null, new Device(null, "127.0.0.1"))).isEmpty();
        act(admin(), person.id(), "enable").then().statusCode(200);
        String token = act(admin(), person.id(), "invitation").path("data.invitation.token");
        accept(token, "another long password").then().statusCode(204);
        assertThat(accounts.enter(checked, null, new Device(null, "127.0.0.1"))).isEmpty();
        assertThat(Database.one(
                        database,
                        "select count(*) from sessions where staff_id = ? and ended_at is null",
                        UUID.fromString(person.id())))
                .isEqualTo("0");
    }

    @Test
    void aHashOfAnotherCostIsRenewedWhenItsOwnerSignsIn() {
        People.Person person = invited("support").accepts();
        String old = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        Database.update(
                database, "update staff_users set password_hash = ? where id = ?", old, UUID.fromString(person.id()));
        String tag = People.get(person.id()).header("ETag");
        assertThat(Together.times(3, () -> login(person.email(), "password").statusCode()))
                .containsOnly(200);
        assertThat(Database.one(
                        database, "select password_hash from staff_users where id = ?", UUID.fromString(person.id())))
                .startsWith("$argon2id$v=19$m=256,t=1,p=1$");
        assertThat(People.get(person.id()).header("ETag")).isEqualTo(tag);
    }

    @Test
    void signingInWhileBeingDisabledLeavesNoSignInOpen() {
        People.Person person = invited("support").accepts();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> login(person.email(), PASSWORD).statusCode());
        }
        work.add(1, () -> act(admin(), person.id(), "disable").statusCode());
        assertThat(Together.run(work)).isSubsetOf(200, 401, 503);
        assertThat(Database.one(
                        database,
                        "select count(*) from sessions where staff_id = ? and ended_at is null",
                        UUID.fromString(person.id())))
                .isEqualTo("0");
    }

    /** An owner who can sign in, without the time that choosing a password takes. */
    private String owner() {
        String id = invited("owner").id();
        Database.update(
                database,
                "update staff_users set status = 'ACTIVE', password_hash = 'none' where id = ?",
                UUID.fromString(id));
        return id;
    }
}
