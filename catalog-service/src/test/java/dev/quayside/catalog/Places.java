package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Locations of stock, and calls about them; each code is new. */
final class Places {
    static final String LOCATIONS = "/v1/admin/stock-locations/";
    static final String TRANSFERS = "/v1/admin/stock-transfers";

    private Places() {}

    /** A new location that orders take from before main, whose priority is 100, if its own is lower. */
    static String code(int priority) {
        return create(priority).path("data.code");
    }

    static Response create(int priority) {
        return staff().body(
                        "{\"code\": \"%s\", \"name\": \"Place\", \"priority\": %d}".formatted(newName("at"), priority))
                .post("/v1/admin/stock-locations");
    }

    static Response patch(String id, String patch) {
        return staff().header("If-Match", "*").body(patch).patch(LOCATIONS + id);
    }

    static Response adjust(String sku, String location, long delta) {
        return staff().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"delta\": %d, \"reason\": \"van\", \"location\": \"%s\"}".formatted(delta, location))
                .post("/v1/admin/stock/" + sku + "/adjust");
    }

    static Response transfer(String from, String to, Map<String, ?> units) {
        return transfer(UUID.randomUUID().toString(), from, to, units);
    }

    static Response transfer(String key, String from, String to, Map<String, ?> units) {
        return staff().header("Idempotency-Key", key)
                .body("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"van\", %s"
                        .formatted(from, to, Fixtures.basket(units).replaceFirst("\\{\"currency\": \"EUR\", ", "")))
                .post(TRANSFERS);
    }

    /** On hand and reserved at each location. */
    static Map<String, List<Integer>> levels(String sku) {
        List<Map<String, Object>> rows = staff().get("/v1/admin/stock/" + sku).path("data.locations");
        Map<String, List<Integer>> levels = new TreeMap<>();
        rows.forEach(
                row -> levels.put((String) row.get("location"), Arrays.asList((Integer) row.get("onHand"), (Integer)
                        row.get("reserved"))));
        return levels;
    }
}
