package dev.quayside.catalog.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void sqlOfATextGoesDownTheChain() {
        Language austrian = Language.other("de-AT", List.of("de", "de-AT"), Set.of());
        assertThat(austrian.text("c.t", "name", "c.name"))
                .isEqualTo(
                        "coalesce(c.t -> cast(:spoken0 as text) ->> 'name', c.t -> cast(:spoken1 as text) ->> 'name', c.name)");
        assertThat(austrian.parameters()).containsValues("de-AT", "de").hasSize(2);
        assertThat(Language.own("en", "shop_english").text("c.t", "name", "c.name"))
                .isEqualTo("c.name");
    }

    @Test
    void theLongestTagIsOne() {
        assertThat("yue-Hant-001").matches(Languages.TAG).hasSize(Languages.LONGEST_TAG);
    }
}
