package dev.quayside.catalog.popular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource({
        "'  Linen   SHIRT ', linen shirt",
        "'Cre\u0301me bru\u0302le\u0301e', créme brûlée",
        "iphone 15 128 gb, iphone 15 128 gb",
        "'a\u00a0b', a b",
        "'mugs, \uD83D\uDE00 (Red)!', mugs red",
        "'women''s t-shirt', 'women''s t-shirt'",
        "a b c d e f g h i j, a b c d e f g h i j"
    })
    void queryIsCountedInOneForm(String text, String counted) {
        assertThat(QueryText.counted(text)).contains(counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "4006381333931",
                "0170 123 45 67",
                "+49-40-1234-567",
                "order 123456",
                "x",
                "a b c d e f g h i j k",
                "buy at example.com/x",
                "mu\u0301\u0302\u0303gs",
                "m\u20DDugs",
                "mugs\u20DD",
                "mugs\u202Eder",
                "\uD83D\uDE00",
                " "
            })
    void whatMayBeAboutAPersonOrSaysNothingIsNotCounted(String text) {
        assertThat(QueryText.counted(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Crème-Brûlée, creme brulee", "'«T.Shirt»', t shirt", "Ｆｒｅｅ  mug, free mug", "'!?', ''"})
    void spellingsHaveOneKey(String text, String key) {
        assertThat(QueryText.key(text)).isEqualTo(key);
    }

    @Test
    void whatIsTooLongIsNotCounted() {
        assertThat(QueryText.counted("a".repeat(60))).isPresent();
        assertThat(QueryText.counted("a".repeat(61))).isEmpty();
    }
}
