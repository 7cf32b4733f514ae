package dev.quayside.kit.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void onlyFieldsThatChangedAreKept() {
        Changes changes =
                between("{'title': 'a', 'price': 1, 'old': true}", "{'title': 'b', 'price': 1, 'new': {'a': null}}");
        assertThat(changes.before()).isEqualTo(json("{'title': 'a', 'old': true}"));
        assertThat(changes.after()).isEqualTo(json("{'title': 'b', 'new': {'a': null}}"));
        assertThat(changes.isNone()).isFalse();
    }

    @Test
    void sameStateTwiceIsNoChangeWhateverTheOrderOfItsFields() {
        assertThat(between("{'a': 1, 'b': [1, 2]}", "{'b': [1, 2], 'a': 1}").isNone())
                .isTrue();
    }

    @Test
    void newAndDeletedThingsAreWhole() {
        assertThat(between(null, "{'a': 1}").after()).isEqualTo(json("{'a': 1}"));
        assertThat(between("{'a': 1}", null).before()).isEqualTo(json("{'a': 1}"));
        assertThat(between(null, "{}").isNone()).isFalse();
        assertThat(between(null, null).isNone()).isFalse();
    }

    @Test
    void ofThingsWithIdsOnlyThoseThatChangedAreKept() {
        Changes changes = between(
                "{'v': [{'id': 1, 'p': 1}, {'id': 2, 'p': 1}, {'id': 3, 'p': 1}]}",
                "{'v': [{'id': 1, 'p': 1}, {'id': 2, 'p': 9}, {'id': 4, 'p': 1}]}");
        assertThat(changes.before()).isEqualTo(json("{'v': [{'id': 2, 'p': 1}, {'id': 3, 'p': 1}]}"));
        assertThat(changes.after()).isEqualTo(json("{'v': [{'id': 2, 'p': 9}, {'id': 4, 'p': 1}]}"));
        assertThat(between("{'v': [{'id': 1}]}", "{'v': []}").after()).isEqualTo(json("{'v': []}"));
    }

    @Test
    void ofThingsByNameOnlyThoseThatChangedAreKept() {
        Changes changes = between(
                "{'t': {'de': {'a': 'x', 'b': 'y'}, 'fr': {'a': 'z'}}}",
                "{'t': {'de': {'a': 'w', 'b': 'y'}, 'fr': {'a': 'z'}, 'it': {'a': 'v'}}}");
        assertThat(changes.before()).isEqualTo(json("{'t': {'de': {'a': 'x', 'b': 'y'}}}"));
        assertThat(changes.after()).isEqualTo(json("{'t': {'de': {'a': 'w', 'b': 'y'}, 'it': {'a': 'v'}}}"));
        assertThat(between("{'t': {'a': 1}}", "{'t': {}}").after()).isEqualTo(json("{'t': {}}"));
        assertThat(between("{'m': {'n': 1, 'c': 'EUR'}}", "{'m': {'n': 2, 'c': 'EUR'}}")
                        .after())
                .isEqualTo(json("{'m': {'n': 2, 'c': 'EUR'}}"));
        assertThat(between("{'t': {'a': 1}}", "{'t': 1}").before()).isEqualTo(json("{'t': {'a': 1}}"));
    }

    @Test
    void anotherOrderIsAChangeThatIsShownWhole() {
        Changes changes = between("{'v': [{'id': 1}, {'id': 2}]}", "{'v': [{'id': 2}, {'id': 1}]}");
        assertThat(changes.after()).isEqualTo(json("{'v': [{'id': 2}, {'id': 1}]}"));
        assertThat(between("{'c': ['a', 'b']}", "{'c': ['a']}").before()).isEqualTo(json("{'c': ['a', 'b']}"));
    }

    @Test
    void largestFieldsAreLeftOutUntilASideIsSmallEnough() {
        ObjectNode large = JSON.createObjectNode().put("small", 1).put("text", "ä".repeat(9_000));
        large.putArray("list").add("x".repeat(5_000));
        Changes kept =
                Changes.between(JSON.createObjectNode().put("small", 0), large).keepable();
        assertThat(kept.omitted()).containsExactly("text");
        assertThat(Objects.requireNonNull(kept.after()).fieldNames())
                .toIterable()
                .containsExactly("small", "list");
        assertThat(kept.after().toString().length()).isLessThanOrEqualTo(AuditEntry.MOST_BYTES);
        assertThat(large.has("text")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'password': 'x'}",
                "{'newPassword': 'x'}",
                "{'clientSecret': 'x'}",
                "{'refresh_token': {'a': 1}}",
                "{'key': 'x'}",
                "{'apiKey': 'x'}",
                "{'cardNumber': '4242424242424242'}",
                "{'cvc': '123'}",
                "{'a': [{'b': 'sk_live_0123456789'}]}",
                "{'a': 'whsec_0123456789'}",
                "{'a': 'pi_3Q_secret_abc'}",
                "{'a': ['eyJhbGciOi.eyJzdWIi.c2ln']}"
            })
    void secretsNeverShow(String view) {
        ObjectNode shown = Objects.requireNonNull(between(null, view).keepable().after());
        assertThat(shown.toString()).contains("[hidden]").doesNotContain("'x'", "4242", "sk_", "123", "whsec", "eyJ");
    }

    @Test
    void changedSecretIsAChangeThatDoesNotShow() {
        Changes changes = between("{'passwordHash': 'a'}", "{'passwordHash': 'b'}");
        assertThat(changes.isNone()).isFalse();
        assertThat(changes.keepable().after()).isEqualTo(json("{'passwordHash': '[hidden]'}"));
    }

    @Test
    void whatOnlySoundsLikeASecretStays() {
        ObjectNode view = json("{'title': 'the_secret_garden', 'tokens': 3, 'secretGiven': false, 'token': null,"
                + " 'keyboard': 'k', 'sku': 'SK-1', 'slug': 'sk-1'}");
        assertThat(new Changes(null, view, java.util.List.of()).keepable().after())
                .isEqualTo(view);
    }

    private static Changes between(@Nullable String before, @Nullable String after) {
        return Changes.between(before == null ? null : json(before), after == null ? null : json(after));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
