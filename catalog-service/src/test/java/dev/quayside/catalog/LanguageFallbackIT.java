package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.TranslationIT.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.catalog.language.Looks;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A language of which rows are missing, as when it is new, or when another instance does not speak it. */
@CatalogTest
class LanguageFallbackIT {
    @Inject
    DataSource database;

    @Inject
    Looks looks;

    @Test
    void untilAllProductsAreThereAnswersAreInTheShopsOwnAndNotKeptByOthers() {
        String slug = newName("mug");
        String id = createProduct(product(slug, "Mug", variant(slug, "M", 1, eur(100))));
        // What other tests have written past the API.
        Sql.run(database, """
                delete from storefront_products o where o.locale = '' and not exists (
                    select 1 from storefront_products s
                    where s.product_id = o.product_id and s.currency = o.currency and s.locale = 'de')""");
        assertThat(looks.lookAt("de")).isTrue();
        Sql.run(database, "delete from storefront_products where locale = 'de' and product_id = '%s'".formatted(id));
        in("de", "/v1/products/" + slug).then().statusCode(200).body("data.title", equalTo("Mug"));

        assertThat(looks.lookAt("de")).isFalse();
        for (String path : List.of("/v1/products?limit=1&tags=" + slug, "/v1/products?limit=1&q=" + slug)) {
            in("de", path)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "en")
                    .header("Vary", "Accept-Language")
                    .header("Cache-Control", "max-age=0, must-revalidate");
            in("en", path).then().header("Cache-Control", startsWith("public"));
        }
        in("de", "/v1/products?q=" + slug).then().body("data.slug", equalTo(List.of(slug)));

        staff().header("If-Match", "*")
                .body("{\"title\": \"Cup\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        assertThat(looks.lookAt("de")).isTrue();
        in("de", "/v1/products?limit=1&tags=" + slug)
                .then()
                .header("Content-Language", "de")
                .header("Cache-Control", startsWith("public"));
    }
}
