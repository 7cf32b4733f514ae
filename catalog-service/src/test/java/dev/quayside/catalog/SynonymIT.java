package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.staff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synonyms and stop words as staff write them. */
@CatalogTest
class SynonymIT {
    private static final String SYNONYMS = "/v1/admin/search/synonyms";
    private static final String STOP_WORDS = "/v1/admin/search/stop-words";

    @Test
    void groupIsAddedChangedAndDeleted() {
        String word = newName("sofa");
        Response created = staff().body("{\"phrases\": [\" %s \", \"tee  shirt\"]}".formatted(word))
                .post(SYNONYMS);
        created.then().statusCode(201).header("ETag", "\"1\"").body("data.phrases", contains(word, "tee shirt"));
        String path = created.header("Location");
        staff().get(path).then().statusCode(200).header("ETag", "\"1\"").body("data", equalTo(created.path("data")));
        staff().get(SYNONYMS + "?limit=100").then().body("data", hasItem(created.<Object>path("data")));
        String same = "{\"phrases\": [\"%s\", \"tee shirt\"]}".formatted(word);
        staff().body(same).put(path).then().statusCode(428);
        staff().header("If-Match", "\"1\"")
                .body(same)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        String other = "{\"phrases\": [\"%s\", \"couch\"]}".formatted(word);
        staff().header("If-Match", "\"1\"")
                .body(other)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        staff().header("If-Match", "\"1\"")
                .body(same)
                .put(path)
                .then()
                .statusCode(412)
                .body("current.phrases", contains(word, "couch"));
        staff().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        staff().delete(path).then().statusCode(204);
        staff().delete(path).then().statusCode(404).body("code", equalTo("synonym_not_found"));
        staff().header("If-Match", "*")
                .body(other)
                .put(SYNONYMS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void stopWordsAreOneListInOneForm() {
        String tag = staff().header("If-Match", "*")
                .body("{\"words\": [\"Zum\", \"bitte!\", \"zum\", \"À\"]}")
                .put(STOP_WORDS)
                .header("ETag");
        staff().get(STOP_WORDS)
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .body("data.words", contains("a", "bitte", "zum"));
        staff().header("If-Match", "\"0\"")
                .body("{\"words\": []}")
                .put(STOP_WORDS)
                .then()
                .statusCode(412);
        staff().body("{\"words\": []}").put(STOP_WORDS).then().statusCode(428);
        staff().header("If-Match", tag)
                .body("{\"words\": []}")
                .put(STOP_WORDS)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | {\"phrases\": [\"one\"]}             | 422",
                "POST | {\"phrases\": [\"one\", \"ONE\"]}    | 422",
                "POST | {\"phrases\": [\"one\", \" \"]}      | 422",
                "POST | {\"phrases\": [\"one\", \"!\"]}      | 422",
                "POST | {\"phrases\": [\"one\", \"a b c d\"]} | 422",
                "POST | {\"phrases\": [\"one\", null]}       | 422",
                "POST | {\"phrases\": \"one\"}               | 400",
                "POST | {}                                   | 422",
                "PUT  | {\"words\": [\"two words\"]}         | 422",
                "PUT  | {\"words\": [\"-\"]}                 | 422",
                "PUT  | {\"words\": [null]}                  | 422",
                "PUT  | {}                                   | 422",
                "PUT  | {\"words\": [1]}                     | 400",
            })
    void badWordsAreRefused(String method, String body, int status) {
        staff().header("If-Match", "*")
                .body(body)
                .request(method, method.equals("PUT") ? STOP_WORDS : SYNONYMS)
                .then()
                .statusCode(status);
    }
}
