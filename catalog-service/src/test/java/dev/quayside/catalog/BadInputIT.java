package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class BadInputIT {
    private static final String ONE_VARIANT =
            "[{'sku':'%s','options':{},'prices':[{'amount':1,'currency':'EUR'}]}]".formatted(newName("bad"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'slug':'S','title':'t','variants':OK}                         | slug",
                "{'slug':'a--b','title':'t','variants':OK}                      | slug",
                "{'slug':'-a','title':'t','variants':OK}                        | slug",
                "{'slug':'ä','title':'t','variants':OK}                         | slug",
                "{'slug':'LONG','title':'t','variants':OK}                      | slug",
                "{'title':'t','variants':OK}                                    | slug",
                "{'slug':'NEW','variants':OK}                                   | title",
                "{'slug':'NEW','title':' ','variants':OK}                       | title",
                "{'slug':'NEW','title':'a\\nb','variants':OK}                   | title",
                "{'slug':'NEW','title':'LONG','variants':OK}                    | title",
                "{'slug':'NEW','title':'t','description':'\\u0007','variants':OK} | description",
                "{'slug':'NEW','title':'t','status':'ACTIVE','variants':OK}     | status",
                "{'slug':'NEW','title':'t','categories':['none-such'],'variants':OK}  | categories[0]",
                "{'slug':'NEW','title':'t','categories':['a','a'],'variants':OK}      | categories",
                "{'slug':'NEW','title':'t','categories':[null],'variants':OK}         | categories",
                "{'slug':'NEW','title':'t'}                                     | variants",
                "{'slug':'NEW','title':'t','variants':[]}                       | variants",
                "{'slug':'NEW','title':'t','variants':[null]}                   | variants",
                "{'slug':'NEW','title':'t','variants':[{'sku':'','prices':EUR}]}      | variants[0].sku",
                "{'slug':'NEW','title':'t','variants':[{'sku':'a b','prices':EUR}]}   | variants[0].sku",
                "{'slug':'NEW','title':'t','variants':[{'sku':'LONG','prices':EUR}]}  | variants[0].sku",
                "{'slug':'NEW','title':'t','variants':[{'prices':EUR}]}               | variants[0].sku",
                "{'slug':'NEW','title':'t','brand':' ','variants':OK}            | brand",
                "{'slug':'NEW','title':'t','brand':'LONG','variants':OK}         | brand",
                "{'slug':'NEW','title':'t','tags':['a,b'],'variants':OK}         | tags",
                "{'slug':'NEW','title':'t','tags':['a '],'variants':OK}          | tags",
                "{'slug':'NEW','title':'t','tags':[null],'variants':OK}          | tags",
                "{'slug':'NEW','title':'t','attributes':[null],'variants':OK}    | attributes",
                "{'slug':'NEW','title':'t','attributes':[{'name':'n'}],'variants':OK} | attributes[0].value",
                "{'slug':'NEW','title':'t','attributes':[{'name':'n','value':'v','unit':''}],'variants':OK} | attributes[0].unit",
                "{'slug':'NEW','title':'t','publishAt':'2026-02-30T00:00:00Z','variants':OK} | publishAt",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','barcode':'a b','prices':EUR}]}   | variants[0].barcode",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','weightGrams':-1,'prices':EUR}]}  | variants[0].weightGrams",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':2,'currency':'EUR','sale':{}}]}]} | variants[0].prices[0].sale.amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':2,'currency':'EUR','sale':{'amount':-1}}]}]} | variants[0].prices[0].sale.amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':2,'currency':'EUR','compareAt':1000000000000}]}]} | variants[0].prices[0].compareAt",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW'}]}                | variants[0].prices",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[]}]}    | variants[0].prices",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stock':-1}]}  | variants[0].stock",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stock':1000000001}]} | variants[0].stock",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stockPolicy':'never'}]} | variants[0].stockPolicy",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stockPolicy':'backorder'}]} | variants[0].backorderLimit",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stockPolicy':'backorder','backorderLimit':0}]} | variants[0].backorderLimit",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'backorderLimit':1}]} | variants[0].backorderLimit",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stockPolicy':'preorder','backorderLimit':1}]} | variants[0].availableAt",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stockPolicy':'preorder','backorderLimit':1,'availableAt':'soon'}]} | variants[0].availableAt",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'lowStock':-1}]} | variants[0].lowStock",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'currency':'EUR'}]}]} | variants[0].prices[0].amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':-1,'currency':'EUR'}]}]} | variants[0].prices[0].amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1000000000000,'currency':'EUR'}]}]} | variants[0].prices[0].amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':150,'currency':'ISK'}]}]} | variants[0].prices[0].amount",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1,'currency':'XXX'}]}]} | variants[0].prices[0].currency",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1,'currency':'eur'}]}]} | variants[0].prices[0].currency",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1,'currency':'EUR'},{'amount':2,'currency':'EUR'}]}]} | variants[0].prices[1].currency",
                "{'slug':'NEW','title':'t','variants':[{'sku':'a1','prices':EUR},{'sku':'a1','options':{'a':'b'},'prices':EUR}]} | variants[1].sku",
                "{'slug':'NEW','title':'t','variants':[{'sku':'a1','prices':EUR},{'sku':'a2','prices':EUR}]}  | variants[1].options",
            })
    void invalidProductNamesTheField(String template, String field) {
        Response refused = staff().body(body(template)).post("/v1/admin/products");
        refused.then().statusCode(422).body("code", equalTo("validation_failed"));
        refused.then().body("errors.field.any { it.startsWith('%s') }".formatted(field), equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{'slug':'NEW','title':'t','variants':OK,'extra':1}",
                "{'slug':'NEW','title':'t','title':'u','variants':OK}",
                "{'slug':'NEW','title':5,'variants':OK}",
                "{'slug':'NEW','title':'a\\u0000b','variants':OK}",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','options':{'a':5},'prices':EUR}]}",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':'1','currency':'EUR'}]}]}",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1.5,'currency':'EUR'}]}]}",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':[{'amount':1e2,'currency':'EUR'}]}]}",
                "{'slug':'NEW','title':'t','publishAt':5,'variants':OK}",
                "{'slug':'NEW','title':'t','tags':'a','variants':OK}",
                "{'slug':'NEW','title':'t','attributes':[{'name':'n','value':'v','size':1}],'variants':OK}",
                "{'slug':'NEW','title':'t','variants':[{'sku':'NEW','prices':EUR,'stock':1.0}]}"
            })
    void malformedProductIsA400(String template) {
        int status = staff().body(body(template)).post("/v1/admin/products").statusCode();
        org.assertj.core.api.Assertions.assertThat(status).isIn(template.isEmpty() ? 422 : 400, 400);
    }

    @Test
    void hundredVariantsAreTheMost() {
        staff().body(withVariants(100)).post("/v1/admin/products").then().statusCode(201);
        staff().body(withVariants(101))
                .post("/v1/admin/products")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("variants"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'delta':0,'reason':'r'}        | 422",
                "{'delta':1000001,'reason':'r'}  | 422",
                "{'delta':-1000001,'reason':'r'} | 422",
                "{'delta':1,'reason':''}         | 422",
                "{'delta':1,'reason':' '}        | 422",
                "{'delta':1}                     | 422",
                "{'reason':'r'}                  | 422",
                "{'delta':1,'reason':'LONG'}     | 422",
                "{'delta':1.5,'reason':'r'}      | 400",
                "{'delta':'1','reason':'r'}      | 400",
                "{'delta':1,'reason':'r','x':1}  | 400",
            })
    void badAdjustmentIsRefused(String template, int status) {
        String sku = skuWithStock(1);
        staff().header("Idempotency-Key", UUID.randomUUID())
                .body(body(template))
                .post("/v1/admin/stock/" + sku + "/adjust")
                .then()
                .statusCode(status);
        org.assertj.core.api.Assertions.assertThat(Fixtures.stock(sku)).startsWith(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/admin/products/x",
                "/v1/admin/stock/none-such",
                "/v1/admin/stock/a%20b",
                "/v1/admin/stock/a%25",
                "/v1/products/none-such",
                "/v1/products/%C3%A4",
                "/v1/products/00000000-0000-0000-0000-000000000000"
            })
    void unknownThingIsA404(String path) {
        staff().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    private static String withVariants(int count) {
        String prefix = newName("many");
        String variants = IntStream.range(0, count)
                .mapToObj(i -> Fixtures.variant(prefix + "-" + i, "o" + i, 1, eur(i)))
                .collect(Collectors.joining(","));
        return Fixtures.product(prefix, "Many", variants);
    }

    private static String body(String template) {
        return template.replace("OK", ONE_VARIANT)
                .replace(":EUR", ":[{'amount':1,'currency':'EUR'}]")
                .replace("NEW", newName("bad"))
                .replace("LONG", "x".repeat(201))
                .replace('\'', '"');
    }
}
