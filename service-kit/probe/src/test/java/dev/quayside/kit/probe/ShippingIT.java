package dev.quayside.kit.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.testing.IdentityResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@KitTest
class ShippingIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    AuditTrail trail;

    @Any
    @Inject
    Instance<DurableStep> steps;

    @Inject
    EntityManager database;

    @AfterEach
    void gatewayIsWell() {
        IdentityResource.gateway().resetMappings();
        IdentityResource.stubIdentity();
    }

    @Test
    void entriesOfAMomentGoTogetherAndAreForgottenWhenTheyHaveArrived() {
        String id = UUID.randomUUID().toString();
        IntStream.range(0, 70).forEach(n -> record(id, "x"));
        awaitArrival(id);
        assertThat(Shipped.about(id)).hasSize(70);
        assertThat(Shipped.batchesWith(id)).hasSizeLessThan(35);
        assertThat(Shipped.calls())
                .allSatisfy(call -> assertThat(call.getHeader("Authorization")).startsWith("Bearer "));
    }

    @Test
    void bodyStaysWithinWhatTheGatewayTakes() {
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 12).forEach(n -> entry(id, "ü".repeat(7_000) + n)));
        awaitArrival(id);
        assertThat(Shipped.about(id)).hasSize(12);
        assertThat(Shipped.calls())
                .allSatisfy(call -> assertThat(call.getBody().length).isLessThanOrEqualTo(64 * 1024));
    }

    @Test
    void killedBetweenCommitAndShippingItIsShippedOnce() {
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            entry(id, "x");
            MortalShipping.DOOMED.add(waiting(id));
        });
        awaitArrival(id);
        assertThat(MortalShipping.DOOMED).isEmpty();
        assertThat(Shipped.about(id)).hasSize(1);
    }

    @Test
    void killedBeforeTheAcknowledgementItIsSentAgainUnderTheSameId() {
        String id = UUID.randomUUID().toString();
        answerOnce(id, aResponse().withFault(Fault.EMPTY_RESPONSE));
        record(id, "x");
        awaitArrival(id);
        List<JsonNode> sent = Shipped.about(id);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        assertThat(new HashSet<>(sent)).hasSize(1);
    }

    @Test
    void gatewayThatIsAwayGetsItLater() {
        Map<Integer, String> ids = Map.of(
                401, UUID.randomUUID().toString(),
                404, UUID.randomUUID().toString(),
                503, UUID.randomUUID().toString());
        ids.forEach((status, id) -> {
            answerOnce(id, aResponse().withStatus(status));
            record(id, "x");
        });
        ids.values().forEach(id -> {
            awaitArrival(id);
            assertThat(Set.copyOf(Shipped.about(id))).hasSize(1);
        });
    }

    @Test
    void entryThatIsRefusedKeepsOnlyItselfWaiting() {
        String refused = UUID.randomUUID().toString();
        IdentityResource.gateway()
                .stubFor(put(Shipped.PATH)
                        .atPriority(1)
                        .withRequestBody(containing(refused))
                        .willReturn(aResponse().withStatus(422)));
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            entry(refused, "x");
            entry(id, "x");
        });
        awaitArrival(id);
        assertThat(waits(refused)).isTrue();
        given().get("/q/metrics").then().body(containsString("quayside_audit_entries_waiting"));
        gatewayIsWell();
        awaitArrival(refused);
    }

    @Test
    void stepOfAnEntryThatIsGoneIsDone() {
        int before = Shipped.calls().size();
        DurableStep shipping = steps.stream()
                .filter(step -> step.name().equals("ship-audit-entry"))
                .findFirst()
                .orElseThrow();
        assertThat(shipping.run(UUID.randomUUID()).again()).isNull();
        assertThat(Shipped.calls()).hasSize(before);
    }

    private void record(String subject, String text) {
        QuarkusTransaction.requiringNew().run(() -> entry(subject, text));
    }

    private void entry(String subject, String text) {
        trail.record("probe.updated", Subject.of("probe", subject), null, Map.of("text", text));
    }

    /** The first call with this subject is answered so; what it brought counts as received. */
    private static void answerOnce(String subject, ResponseDefinitionBuilder answer) {
        IdentityResource.gateway()
                .stubFor(put(Shipped.PATH)
                        .atPriority(1)
                        .withRequestBody(containing(subject))
                        .inScenario(subject)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("over")
                        .willReturn(answer));
    }

    private void awaitArrival(String subject) {
        await().atMost(SOON)
                .until(() -> !waits(subject) && !Shipped.about(subject).isEmpty());
    }

    private boolean waits(String subject) {
        return QuarkusTransaction.requiringNew().call(() -> (boolean) database.createNativeQuery(
                        "select exists (select 1 from audit_outbox where strpos(entry, :subject) > 0)")
                .setParameter("subject", subject)
                .getSingleResult());
    }

    private UUID waiting(String subject) {
        return (UUID) database.createNativeQuery("select id from audit_outbox where strpos(entry, :subject) > 0")
                .setParameter("subject", subject)
                .getSingleResult();
    }
}
