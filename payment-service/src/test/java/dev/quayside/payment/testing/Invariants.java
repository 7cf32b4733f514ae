package dev.quayside.payment.testing;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the audit of the money finds, now. */
public final class Invariants {
    private final JsonPath audit;

    private Invariants(JsonPath audit) {
        this.audit = audit;
    }

    public static Invariants now() {
        return new Invariants(
                Service.asOrders().get("/internal/v1/audit/invariants").jsonPath());
    }

    /** The invariants that an order breaks. */
    public static Set<String> brokenBy(UUID order) {
        return now().brokenBy(order.toString());
    }

    /** The invariants that this, an order or something else, breaks. */
    public Set<String> brokenBy(String subject) {
        return ids().stream()
                .filter(id -> offenders(id).contains(subject))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that are looked at. */
    public List<String> ids() {
        return audit.getList("data.id", String.class);
    }

    /** What breaks an invariant. */
    public List<String> offenders(String id) {
        return audit.getList("data.find { it.id == '" + id + "' }.offenders.subject", String.class);
    }
}
