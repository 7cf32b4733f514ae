package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.ImportIT.counts;
import static dev.quayside.catalog.ImportIT.done;
import static dev.quayside.catalog.Streams.bulk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogTest
class ExportIT {
    @Inject
    DataSource database;

    private final String a = newName("exp");

    /** Everything that a product can have, and text that is hard on a table. */
    private String everything() {
        String category = newName("lamps");
        staff().body("{\"slug\": \"%s\", \"name\": \"Lamps\"}".formatted(category))
                .post("/v1/admin/categories");
        return """
                {"slug": "%1$s", "title": "=1+1 \\"lamp\\", green", "description": "two\\r\\nlines; 'quoted'\\n\\ttab",
                 "translations": {"de": {"title": "=Lampe, grün", "description": "zwei\\nZeilen"}},
                 "brand": "-Brand", "tags": ["a|b", "c\\\\d", "Große"], "publishAt": "2030-01-02T03:04:05.123456Z",
                 "attributes": [{"name": "Höhe", "value": "1,5", "unit": "cm"}, {"name": "@at", "value": "+1"}],
                 "categories": ["%2$s"], "status": "draft",
                 "variants": [
                   {"sku": "%1$s-1", "barcode": "0123456789012", "weightGrams": 0, "stock": 5,
                    "options": {"size": "=M", "finish": "matt"},
                    "prices": [{"amount": 1999, "currency": "EUR", "compareAt": 2499,
                                "sale": {"amount": 1, "startsAt": "2026-01-01T00:00:00Z"}},
                               {"amount": 500, "currency": "JPY"}]},
                   {"sku": "%1$s-2", "options": {"size": "L"}, "prices": [{"amount": 100, "currency": "USD"}], "lowStock": 0,
                    "stockPolicy": "preorder", "backorderLimit": 40, "availableAt": "2030-05-06T07:08:09.123456Z"},
                   {"sku": "%1$s-3", "options": {"size": "S"}, "prices": [{"amount": 100, "currency": "USD"}],
                    "stockPolicy": "backorder", "backorderLimit": 1000000}]}""".formatted(a, category).replace("\n", "");
    }

    @ParameterizedTest
    @CsvSource({"ndjson,application/x-ndjson", "csv,text/csv"})
    void exportedImportedAndExportedItIsTheSameToTheByte(String format, String type) {
        bulk(everything(), Streams.mug(a + "-z", 3));
        // What other tests have written past the API.
        Sql.run(
                database,
                "delete from products p where not exists (select 1 from variants v where v.product_id = p.id)");
        byte[] first = export(format);
        int products = Integer.parseInt(Sql.text(database, "select count(*) from products"));
        assertThat(counts(done(ImportIT.start("?format=" + format, type, first))))
                .containsExactly(products, 0, 0, products, 0);
        // In a shop that has not got the one, and has the other in another language.
        Sql.run(database, "delete from products where slug = '" + a + "'");
        bulk(Streams.mug(a + "-z", 3).replaceFirst("\\{", "{\"translations\": {\"de\": {\"title\": \"Becher\"}}, "));
        assertThat(counts(done(ImportIT.start("?format=" + format, type, first))))
                .containsExactly(products, 1, 1, products - 2, 0);
        assertThat(new String(export(format), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(new String(first, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void noCellIsAFormula() {
        bulk(everything());
        String csv = new String(export("csv"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'=1+1 \"\"lamp\"\", green\"", ",'-Brand,", ",'=M");
        assertThat(csv.lines()
                        .flatMap(line -> List.of(line.split(",", -1)).stream())
                        .filter(cell -> cell.startsWith("="))
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    void shopifyTakesItAndSoDoWe() {
        bulk(Streams.mug(a, 1999));
        String csv = new String(export("shopify"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv.lines().toList())
                .contains(a + ",Mug " + a + ",,,,,TRUE,size,M,,,,," + a + ",,3,deny,19.99,,,active");
        String rows = csv.lines()
                .filter(line -> line.startsWith("Handle,") || line.startsWith(a + ","))
                .collect(Collectors.joining("\n"));
        assertThat(counts(done(ImportIT.start("", "text/csv", rows)))).containsExactly(1, 0, 0, 1, 0);
    }

    @Test
    void parametersAreChecked() {
        for (String query : List.of("?format=xml", "?currency=XXX", "?limit=3", "?format=csv&format=csv")) {
            staff().get("/v1/admin/exports" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
        }
    }

    private static byte[] export(String format) {
        return staff().get("/v1/admin/exports?format=" + format)
                .then()
                .statusCode(200)
                .header("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment"))
                .extract()
                .asByteArray();
    }
}
