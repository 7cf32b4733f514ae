package dev.quayside.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.quayside.gateway.limit.MovableClock;
import dev.quayside.gateway.mode.DeploymentMode;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.TestTokens;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.testing.Together;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class KeyRotationIT {
    private static final Duration LIFE = Duration.ofDays(30);
    private final Supplier<SigningKey> maker = Keys.maker();

    private final MovableClock clock = new MovableClock();

    private final Path directory = temporary();

    @Inject
    RotationLock lock;

    @Inject
    DataSource database;

    @Test
    void aKeyIsFollowedInTimeAndDeletedWhenItsTokensHaveEnded() {
        KeyRotation rotation = instance();
        rotation.keepUp();
        assertThat(statuses(rotation)).containsExactly("signing");
        clock.move(LIFE.minus(KeySchedule.KNOWN_AFTER));
        rotation.keepUp();
        rotation.keepUp();
        assertThat(statuses(rotation)).containsExactly("signing", "pending");
        clock.move(KeySchedule.KNOWN_AFTER);
        rotation.keepUp();
        assertThat(statuses(rotation)).containsExactly("retired", "signing");
        clock.move(KeySchedule.VERIFIED_FOR);
        rotation.keepUp();
        assertThat(statuses(rotation)).containsExactly("signing");
    }

    @Test
    void instancesThatFindAKeyTooOldAtTheSameTimeMakeOneNewKey() {
        List<KeyRotation> instances = List.of(instance(), instance());
        clock.move(LIFE);
        Together.run(2, i -> {
            instances.get(i).keepUp();
            return true;
        });
        assertThat(statuses(instances.get(0))).containsExactly("signing", "pending");
    }

    @Test
    void whoChangesTheKeysWaitsForWhoeverChangesThemNow() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = threads.submit(() -> lock.holding(() -> {
                inside.countDown();
                return released(mayLeave);
            }));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            Future<Boolean> second = threads.submit(() -> lock.holding(() -> released(mayLeave)));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Database.one(
                                    database,
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals("1"));
            mayLeave.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        } finally {
            mayLeave.countDown();
            threads.shutdownNow();
        }
    }

    private static boolean released(CountDownLatch latch) {
        try {
            return latch.await(12, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void administratorsWhoRotateAtTheSameTimeGetTheSameKey() {
        List<KeyRotation> instances = List.of(instance(), instance());
        List<KeyRotation.Rotated> rotated =
                Together.run(2, i -> instances.get(i).rotate(false));
        assertThat(rotated)
                .extracting(one -> one.key().id())
                .containsOnly(rotated.get(0).key().id());
        assertThat(rotated).filteredOn(KeyRotation.Rotated::made).hasSize(1);
    }

    @Test
    void afterATheftTheNewKeySignsAtOnceAndTheStolenOneIsTakenAway() {
        KeyRotation rotation = instance();
        String stolen = rotation.list().get(0).id();
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> rotation.withdraw(stolen))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("rotate");
        KeyView waiting = rotation.rotate(false).key();
        KeyRotation.Rotated now = rotation.rotate(true);
        assertThat(now.made()).isFalse();
        assertThat(now.key().id()).isEqualTo(waiting.id());
        assertThat(now.key().status()).isEqualTo("signing");
        rotation.withdraw(stolen);
        assertThat(rotation.list()).extracting(KeyView::id).containsExactly(waiting.id());
        assertThatThrownBy(() -> rotation.withdraw(stolen)).isInstanceOf(ProblemException.class);
    }

    @Test
    void keysThatAreTheOperatorsOwnAreLeftAlone() {
        instance();
        KeyRotation rotation = instance("off");
        clock.move(LIFE.multipliedBy(12));
        rotation.keepUp();
        assertThat(statuses(rotation)).containsExactly("signing");
    }

    @ParameterizedTest
    @CsvSource({"PT10M", "P0D", "-P30D", "soon", "30"})
    void aLifetimeThatCannotBeStopsTheStart(String lifetime) {
        assertThatThrownBy(() -> instance(lifetime)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void overHttpTheNextKeyIsPublishedAndSignsLater() {
        String id = admin().post("/v1/admin/signing-keys/rotate")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .body("data.status", equalTo("pending"))
                .body("data.algorithm", equalTo("RS256"))
                .body("data.signsFrom", notNullValue())
                .extract()
                .path("data.id");
        given().get("/.well-known/jwks.json").then().body("keys.kid", hasItem(id));
        admin().contentType("application/json")
                .body("{\"immediately\": false}")
                .post("/v1/admin/signing-keys/rotate")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(id));
        admin().get("/v1/admin/signing-keys")
                .then()
                .statusCode(200)
                .body("data.status", contains("signing", "pending"))
                .body("data.id", hasItem(id))
                .body("page.next", equalTo(null));
        admin().delete("/v1/admin/signing-keys/" + id).then().statusCode(204);
        admin().delete("/v1/admin/signing-keys/" + id).then().statusCode(404).body("code", equalTo("not_found"));
        String signing = admin().get("/v1/admin/signing-keys").path("data[0].id");
        admin().delete("/v1/admin/signing-keys/" + signing)
                .then()
                .statusCode(409)
                .body("code", equalTo("signing_key_in_use"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"immediately\": \"yes\"} | application/json | 400",
                "{\"immediately\": 1} | application/json | 400",
                "{\"at\": \"now\"} | application/json | 400",
                "{\"immediately\": tr | application/json | 400",
                "[] | application/json | 400",
                "{} | text/plain | 415",
            })
    void aRotationThatCannotBeReadMakesNoKey(String body, String type, int status) {
        admin().contentType(type)
                .body(body)
                .post("/v1/admin/signing-keys/rotate")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @AfterEach
    void clear() throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("quayside-rotation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyRotation instance() {
        return instance("P30D");
    }

    private KeyRotation instance(String lifetime) {
        KeyDirectory keys = new KeyDirectory(directory, maker);
        KeyFile first = new KeyFile(directory.resolve("first.pem"), Keys.first(), clock.instant(), clock.instant());
        if (Files.notExists(first.path())) {
            keys.write(first);
        }
        return new KeyRotation(new SigningKeys(keys, DeploymentMode.PRODUCTION, clock), lock, clock, lifetime);
    }

    private static List<String> statuses(KeyRotation rotation) {
        return rotation.list().stream().map(KeyView::status).toList();
    }

    private static RequestSpecification admin() {
        return given().header(
                        "Authorization",
                        "Bearer " + TestTokens.staff("staff", "signing-keys:read", "signing-keys:write"));
    }
}
