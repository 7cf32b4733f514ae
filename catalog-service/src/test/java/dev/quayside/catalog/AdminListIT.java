package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Matrix;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class AdminListIT {
    private final String word = newName("word");

    @ParameterizedTest
    @Matrix(
            always = {"-createdAt", "title"},
            soak = {"createdAt", "-updatedAt", "updatedAt", "-title", "slug", "-slug"})
    void followingNextSeesEachProductOnce(String sort) {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(createProduct(product(newName("p"), word, variant(newName("v"), "S", 1, eur(1)))));
        }
        List<String> seen = new ArrayList<>();
        String next = "/v1/admin/products?limit=2&q=" + word + "&sort=" + sort;
        while (next != null) {
            JsonPath page = staff().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("data.id"));
            next = page.getString("page.next");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void filtersNarrowTheList() {
        String sku = newName("sku");
        String id = createProduct(product(newName("p"), word, variant(sku, "S", 1, eur(1))));
        String draft = createProduct(product(newName("p"), word, variant(newName("v"), "S", 1, eur(1)))
                .replace("{\"slug\"", "{\"status\": \"draft\", \"slug\""));
        assertThat(listed("status=draft")).containsExactly(draft);
        assertThat(listed("status=draft,active")).containsExactly(draft, id);
        assertThat(listed("status=archived")).isEmpty();
        assertThat(listed("sku=" + sku)).containsExactly(id);
        assertThat(listed("createdAt%5Bgte%5D=2026-01-01&createdAt%5Blt%5D=2999-01-01T00:00:00Z"))
                .hasSize(2);
        assertThat(listed("createdAt%5Blt%5D=2026-01-01")).isEmpty();
        assertThat(listed("category=none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=gone",
                "status=",
                "status=draft,",
                "createdAt%5Bgte%5D=yesterday",
                "createdAt%5Blt%5D=2026-13-01",
                "createdAt%5Bgte%5D=%2B999999999-12-31T23:59:59Z",
                "createdAt%5Blt%5D=-999999999-01-01T00:00:00Z",
                "q=",
                "price=1",
                "sort=price"
            })
    void badListQueryIsA400(String query) {
        staff().get("/v1/admin/products?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    private List<String> listed(String filter) {
        return staff().get("/v1/admin/products?q=" + word + "&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }
}
