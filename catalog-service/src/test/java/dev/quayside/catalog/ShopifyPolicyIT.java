package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.ImportIT.counts;
import static dev.quayside.catalog.ImportIT.done;
import static dev.quayside.catalog.ImportIT.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether Shopify sells a variant on that is out of stock. */
@CatalogTest
class ShopifyPolicyIT {
    private static final String CSV = "text/csv";
    private static final String COLUMNS = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price";

    private final String a = newName("pol");

    @Test
    void whatIsSoldOnIsABackorderAndWhatIsNotIsNot() {
        String file = file(",Variant Inventory Policy", "continue", "DENY", "", "Continue");
        assertThat(counts(done(start("", CSV, file)))).containsExactly(1, 1, 0, 0, 0);
        assertThat(policies()).containsExactly("backorder 1000000", "deny", "deny", "backorder 1000000");
        assertThat(counts(done(start("", CSV, file)))).containsExactly(1, 0, 0, 1, 0);
        assertThat(counts(done(start("", CSV, file(",Variant Inventory Policy", "deny", "continue", "", "")))))
                .containsExactly(1, 0, 1, 0, 0);
        assertThat(policies()).containsExactly("deny", "backorder 1000000", "deny", "backorder 1000000");
    }

    @Test
    void whatTheFileCannotSayStays() {
        Fixtures.createProduct(Fixtures.product(
                a,
                "P",
                variant(
                        1,
                        "\"stockPolicy\": \"preorder\", \"backorderLimit\": 7, \"availableAt\": \"2030-01-01T00:00:00Z\""),
                variant(2, "\"stockPolicy\": \"backorder\", \"backorderLimit\": 8"),
                variant(3, "\"stockPolicy\": \"deny\""),
                variant(4, "\"stockPolicy\": \"backorder\", \"backorderLimit\": 9")));
        done(start("", CSV, file(",Variant Inventory Policy", "continue", "continue", "continue", "deny")));
        assertThat(policies()).containsExactly("preorder 7", "backorder 8", "backorder 1000000", "deny");
        assertThat(product().getList("data[0].variants.lowStock")).containsExactly(2, 2, 2, 2);
        done(start("", CSV, file("", "", "", "", "")));
        assertThat(policies()).containsExactly("preorder 7", "backorder 8", "backorder 1000000", "deny");
        String first = exported();
        assertThat(first.lines().map(line -> line.split(",", -1)[16]).toList())
                .containsExactly("Variant Inventory Policy", "continue", "continue", "continue", "deny");
        assertThat(counts(done(start("", CSV, first)))).containsExactly(1, 0, 0, 1, 0);
        assertThat(exported()).isEqualTo(first);
        String passedOver =
                "?mapping=" + URLEncoder.encode("{\"Variant Inventory Policy\":\"\"}", StandardCharsets.UTF_8);
        done(start(passedOver, CSV, file(",Variant Inventory Policy", "deny", "deny", "continue", "continue")));
        assertThat(policies()).containsExactly("preorder 7", "backorder 8", "backorder 1000000", "deny");
    }

    @Test
    void anotherWordIsAFault() {
        JsonPath done = done(start("", CSV, file(",Variant Inventory Policy", "maybe", "", "", "")));
        assertThat(counts(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(staff().get("/v1/admin/imports/" + done.getString("data.id") + "/errors")
                        .asString())
                .contains("Variant Inventory Policy,unknown_policy");
    }

    @Test
    void newerNamesOfTheColumnsAreKnown() {
        String file = """
                Title,URL handle,Description,Vendor,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Price,Compare-at price,Inventory quantity,Continue selling when out of stock,Weight value (grams),Product image URL
                Lamp,%1$s,Burns,Harbour,Lamps,"brass, sea",TRUE,Active,%1$s-1,4711,Size,S,19.99,24.99,4,CONTINUE,500,https://cdn.example.com/1.jpg
                ,%1$s,,,,,,,%1$s-2,,Size,M,29.99,,3,DENY,700,
                """.formatted(a);
        JsonPath done = done(start("", CSV, file));
        assertThat(done.getString("data.problem")).isNull();
        assertThat(counts(done)).containsExactly(1, 1, 0, 0, 0);
        JsonPath lamp = product();
        assertThat(lamp.getString("data[0].description")).isEqualTo("Burns");
        assertThat(lamp.getString("data[0].status")).isEqualTo("active");
        assertThat(lamp.getString("data[0].variants[1].options.Size")).isEqualTo("M");
        assertThat(lamp.getInt("data[0].variants[0].prices[0].compareAt")).isEqualTo(2499);
        assertThat(lamp.getInt("data[0].variants[0].weightGrams")).isEqualTo(500);
        assertThat(policies()).containsExactly("backorder 1000000", "deny");
        assertThat(Fixtures.stock(a + "-2")).startsWith(3);
        assertThat(done(start("", CSV, file.replace("URL handle", "Handle,URL handle")))
                        .getString("data.problem.code"))
                .isEqualTo("malformed_request");
    }

    private String file(String column, String... policies) {
        StringBuilder file = new StringBuilder(COLUMNS + column + "\n");
        for (int n = 1; n <= policies.length; n++) {
            file.append("%1$s,P,Size,%2$d,%1$s-%2$d,1.00".formatted(a, n));
            file.append(column.isEmpty() ? "" : "," + policies[n - 1]).append('\n');
        }
        return file.toString();
    }

    private String variant(int n, String policy) {
        return "{\"sku\": \"%s-%d\", \"options\": {\"Size\": \"%d\"}, \"prices\": [%s], \"lowStock\": 2, %s}"
                .formatted(a, n, n, Fixtures.eur(100), policy);
    }

    private JsonPath product() {
        return staff().get("/v1/admin/products?sku=" + a + "-1").jsonPath();
    }

    private List<String> policies() {
        List<java.util.Map<String, Object>> variants = product().getList("data[0].variants");
        return variants.stream()
                .map(one -> one.getOrDefault("stockPolicy", "deny")
                        + (one.get("backorderLimit") == null ? "" : " " + one.get("backorderLimit")))
                .toList();
    }

    private String exported() {
        return staff().get("/v1/admin/exports?format=shopify")
                .asString()
                .lines()
                .filter(line -> line.startsWith("Handle,") || line.startsWith(a + ","))
                .collect(Collectors.joining("\n"));
    }
}
