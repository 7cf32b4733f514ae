package dev.quayside.catalog.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    private static final Set<String> CONFIGURATIONS =
            Set.of("shop_simple", "shop_english", "shop_german", "shop_norwegian", "shop_portuguese");

    private final Negotiation shop = new Negotiation(List.of("en", "de", "de-AT", "fr", "zh-Hant"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de                         | de",
                "DE-at                      | de-AT",
                "de-CH                      | de",
                "de-AT-1901                 | de-AT",
                "zh-Hant-TW                 | zh-Hant",
                "zh                         | en",
                "nl, fr                     | fr",
                "fr;q=0.2, de;q=0.8         | de",
                "de-CH, fr;q=0.9            | de",
                "de;q=0, fr;q=0.1           | fr",
                "de;q=0                     | en",
                "*                          | en",
                "*, de;q=0.1                | de",
                "en, de                     | en",
                "nl                         | en",
                "''                         | en",
                "','                        | en",
                "de;q=                      | en",
                "de;q=2                     | en",
                "de;;q=1                    | en",
                "de_AT                      | en",
                "'<script>'                 | en",
                ";q=1                       | en",
                "'-'                        | en",
                "i-klingon, x-none, de      | de",
                "'de,,en'                   | de",
                "', ,fr;q=0.9 ,'            | fr",
                "'nl,\tde\t;q=0.5'        | de",
                "de_DE, de;q=0.9            | de",
                "fr;q=0.2, x y z, de;q=0.8  | de",
                "fr;q=2, de;q=0.1           | de",
            })
    void bestIsFoundByLookup(String header, String language) {
        assertThat(shop.best(header)).isEqualTo(language);
    }

    @Test
    void whatNobodySendsSaysNothing() {
        assertThat(shop.best(null)).isEqualTo("en");
        assertThat(shop.best("de,".repeat(70))).isEqualTo("en");
        assertThat(shop.best("*-".repeat(150) + "*")).isEqualTo("en");
    }

    @Test
    void aLanguageIsSpokenByItsOwnTextsAndThoseOfTheLanguageItIsOf() {
        List<String> spoken = List.of("de-AT", "de", "fr");
        assertThat(Language.other("de-AT", spoken, CONFIGURATIONS).chain()).containsExactly("de-AT", "de");
        assertThat(Language.other("de", spoken, CONFIGURATIONS).steps()).isEqualTo("de");
        assertThat(Language.own("en", "shop_english").steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "de,shop_german",
        "de-AT,shop_german",
        "nb,shop_norwegian",
        "no,shop_norwegian",
        "pt-BR,shop_portuguese",
        "ja,shop_simple",
        "zh-Hant,shop_simple",
        "gsw,shop_simple"
    })
    void wordFormsAreThoseThatPostgresqlKnows(String tag, String configuration) {
        assertThat(Language.words(tag, CONFIGURATIONS)).isEqualTo(configuration);
    }
}
