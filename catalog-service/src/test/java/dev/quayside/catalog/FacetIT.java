package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Sought.encoded;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters and facets of the public list, against a catalogue that is known. */
@CatalogTest
class FacetIT {
    private static final List<String> COLOURS = List.of("Blue", "Red", "Sea green");
    private static final List<String> SIZES = List.of("S", "M", "L");
    private static final List<String> BRANDS = List.of("Kadewerk", "Ölmühle", "Acme, Inc.");
    private static final long SEED = 20_261_128;

    /** A product as this test knows it. */
    private record Known(
            String slug,
            Set<String> colours,
            Set<String> sizes,
            String brand,
            Set<String> tags,
            long price,
            int stock) {
        boolean isInStock() {
            return stock > 0;
        }
    }

    /** A filter as it is sent, and what it means. */
    private record Choice(String facet, String query, Predicate<Known> test) {}

    private Sought sought;
    private final Random random = new Random(SEED);

    @BeforeEach
    void makeCategory() {
        sought = new Sought();
    }

    @Test
    void countsAreThoseOfBruteForceWithAFacetsOwnFilterRelaxed() {
        List<Known> catalogue = Stream.generate(this::product).limit(20).toList();
        for (List<Choice> chosen : choices()) {
            String query = String.join("&", chosen.stream().map(Choice::query).toList());
            var page = sought.list("limit=100&facets=color,size,brand,tags,price,inStock,category,attributes[care]"
                    + (chosen.isEmpty() ? "" : "&" + query));
            assertThat(page.statusCode()).as(query).isEqualTo(200);
            assertThat(page.<List<String>>path("data.slug"))
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(slugs(catalogue, chosen));
            Map<String, Map<String, Long>> counts = counts(page.path("facets"));
            assertThat(counts.get("color")).as(query).isEqualTo(brute(catalogue, chosen, "color", Known::colours));
            assertThat(counts.get("size")).as(query).isEqualTo(brute(catalogue, chosen, "size", Known::sizes));
            assertThat(counts.get("tags")).as(query).isEqualTo(brute(catalogue, chosen, "tags", Known::tags));
            assertThat(counts.get("brand"))
                    .as(query)
                    .isEqualTo(brute(catalogue, chosen, "brand", known -> Set.of(known.brand())));
            assertThat(counts.get("inStock"))
                    .as(query)
                    .isEqualTo(brute(catalogue, chosen, "inStock", known -> Set.of("" + known.isInStock())));
            assertThat(counts.get("price"))
                    .as(query)
                    .isEqualTo(brute(catalogue, chosen, "price", known -> Set.of(range(known.price()))));
            assertThat(counts.get("care")).isEmpty();
        }
    }

    private List<List<Choice>> choices() {
        Choice colour = new Choice(
                "color",
                "options[color]=blue,sea%20green",
                known -> known.colours().contains("Blue") || known.colours().contains("Sea green"));
        Choice size =
                new Choice("size", "options[Size]=M", known -> known.sizes().contains("M"));
        Choice brand = new Choice(
                "brand",
                "brand=olmuhle," + encoded("acme\\, inc."),
                known -> !known.brand().equals("Kadewerk"));
        Choice tag = new Choice("tags", "tags=new", known -> known.tags().contains("new"));
        Choice price = new Choice(
                "price", "price[gte]=400&price[lt]=2000", known -> known.price() >= 400 && known.price() < 2000);
        Choice stock = new Choice("inStock", "inStock=true", Known::isInStock);
        return List.of(
                List.of(),
                List.of(colour),
                List.of(price, stock),
                List.of(colour, size, tag),
                List.of(colour, size, brand, tag, price, stock));
    }

    private Known product() {
        Set<String> colours = some(COLOURS, 1);
        Set<String> sizes = some(SIZES, 1);
        Set<String> tags = some(List.of("new", "sale", "gift"), 0);
        long price = random.nextInt(5_000) + 1L;
        int stock = random.nextInt(3);
        String slug = newName("facet");
        List<String> variants = new ArrayList<>();
        for (String colour : colours) {
            for (String size : sizes) {
                variants.add("""
                        {"sku": "%s", "options": {"color": "%s", "size": "%s"}, "stock": %d,
                         "prices": [{"amount": %d, "currency": "EUR"}]}""".formatted(newName("v"), colour, size, stock, price + variants.size()));
            }
        }
        String brand = BRANDS.get(random.nextInt(BRANDS.size()));
        String quoted = tags.stream()
                .map(tag -> "\"" + tag + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        sought.add(slug, "Facet", variants.toString(), "\"brand\": \"%s\", \"tags\": [%s]".formatted(brand, quoted));
        return new Known(slug, colours, sizes, brand, tags, price, stock);
    }

    private Set<String> some(List<String> of, int atLeast) {
        Set<String> some = new LinkedHashSet<>();
        int wanted = atLeast + random.nextInt(of.size() + 1 - atLeast);
        while (some.size() < wanted) {
            some.add(of.get(random.nextInt(of.size())));
        }
        return some;
    }

    private static List<String> slugs(List<Known> catalogue, List<Choice> chosen) {
        return catalogue.stream()
                .filter(known ->
                        chosen.stream().allMatch(choice -> choice.test().test(known)))
                .map(Known::slug)
                .toList();
    }

    private static Map<String, Long> brute(
            List<Known> catalogue,
            List<Choice> chosen,
            String facet,
            java.util.function.Function<Known, Set<String>> values) {
        return catalogue.stream()
                .filter(known -> chosen.stream()
                        .filter(choice -> !choice.facet().equals(facet))
                        .allMatch(choice -> choice.test().test(known)))
                .flatMap(known -> values.apply(known).stream())
                .collect(groupingBy(value -> value, TreeMap::new, counting()));
    }

    private static Map<String, Map<String, Long>> counts(List<Map<String, ?>> facets) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Map<String, ?> facet : facets) {
            Map<String, Long> values = new TreeMap<>();
            for (Object value : (List<?>) Objects.requireNonNull(facet.get("values"))) {
                Map<?, ?> one = (Map<?, ?>) value;
                Object name = one.containsKey("value") ? one.get("value") : one.get("from") + "-" + one.get("below");
                values.put(String.valueOf(name), ((Number) Objects.requireNonNull(one.get("count"))).longValue());
            }
            counts.put(String.valueOf(facet.get("name")), values);
        }
        return counts;
    }

    private static String range(long price) {
        long[] starts = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
        int place = 0;
        while (starts[place + 1] <= price) {
            place++;
        }
        return starts[place] + "-" + starts[place + 1];
    }

    @Test
    void facetSaysWhatIsChosenAndHowItIsSent() {
        sought.add(
                "One",
                1,
                700,
                "{\"color\": \"Blue\"}",
                "\"attributes\": [{\"name\": \"Material\", \"value\": \"Steel\"}]");
        sought.add(
                "Two",
                1,
                900,
                "{\"color\": \"Red\"}",
                "\"attributes\": [{\"name\": \"material\", \"value\": \"steel\"}]");
        sought.list("options[color]=BLUE&facets=color,material,price,category")
                .then()
                .body("data.title", contains("One"))
                .body("facets.name", contains("color", "material", "price", "category"))
                .body("facets.filter", contains("options[color]", "attributes[material]", "price", "category"))
                .body("facets[0].values.find { it.value == 'Blue' }.selected", equalTo(true))
                .body("facets[0].values.find { it.value == 'Red' }.selected", equalTo(false))
                .body("facets[1].values.count", contains(1))
                .body("facets[2].min", equalTo(700))
                .body("facets[2].values[0].below", equalTo(1000))
                .body("facets[3].values[0].label", equalTo("Sought"));
        assertThat(sought.slugs("attributes[MATERIAL]=steel")).hasSize(2);
    }

    @Test
    void listAndFacetsAreTwoStatementsWhateverTheirNumber() {
        for (int i = 0; i < 6; i++) {
            sought.add("Counted " + i, 1, 100 + i, "{\"color\": \"Blue\", \"size\": \"M\"}", "");
        }
        for (String query :
                List.of("limit=1&facets=color", "limit=100&facets=color,size,price,category,brand,tags,inStock")) {
            for (String chosen : List.of("", "&options[color]=Blue&options[size]=M&price[gte]=1&inStock=true")) {
                sought.list(query + chosen).then().statusCode(200).header("Server-Timing", "db;desc=\"2\"");
            }
        }
    }

    @Test
    void whatIsUnknownIsToldWhatIsKnown() {
        refused("colour=blue", "attributes[…]", "brand", "facets", "options[…]", "price[gte]");
        refused("options[]=blue", "options[…]");
        refused("facets=options[color", "brand", "category", "options[…]");
        refused("sort=discount", "newest", "-createdAt", "title", "bestselling");
        json().get("/v1/products?sort=relevance&limit=1").then().statusCode(200);
    }

    private static void refused(String query, String... known) {
        var refused = json().get("/v1/products?" + query);
        refused.then().statusCode(400).body("code", equalTo("invalid_parameter"));
        assertThat(refused.<String>path("detail")).contains(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price[gte]=-1",
                "price[lt]=1.5",
                "price[lt]=9999999999999",
                "price[gt]=1",
                "brand=",
                "tags=a,,b",
                "facets=",
                "facets=a,b,c,d,e,f,g,h",
                "match=some",
                "options[color]=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21",
                "attributes[a%00]=b",
                "attributes[a]=b%0Ac"
            })
    void badFilterIsA400(String query) {
        json().get("/v1/products?" + query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "createdAt"})
    void walkSeesEachProductThatStayedOnceWhileOthersComeGoAndChange(String sort) {
        List<String> stay = Stream.generate(() -> sought.add("Stays", 1, 100, "{}", ""))
                .limit(7)
                .toList();
        List<String> seen = new ArrayList<>();
        String next = "/v1/products?limit=2&sort=" + sort + "&category=" + sought.category();
        for (int page = 0; next != null; page++) {
            var found = json().get(next).then().statusCode(200).extract();
            seen.addAll(found.path("data.slug"));
            next = found.path("page.next");
            // From the oldest on, a walk would go on as long as something is added.
            if (page < 3) {
                sought.add("Comes", 1, 100, "{}", "");
                delete(sought.add("Goes", 1, 100, "{}", ""));
                change(stay.get(page));
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(stay);
    }

    private void change(String slug) {
        String id = json().get("/v1/products/" + slug).path("data.id");
        Fixtures.staff()
                .header("If-Match", "*")
                .body("{\"title\": \"Changed\"}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
    }

    private static void delete(String slug) {
        String id = json().get("/v1/products/" + slug).path("data.id");
        Fixtures.staff().delete("/v1/admin/products/" + id).then().statusCode(204);
    }
}
