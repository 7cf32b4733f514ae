package dev.quayside.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdnHeadersTest {
    private static final Set<String> KEYS = Set.of("product-1", "c\u001fmugs", "t\u001fgift", "b\u001fAcme");

    private record Settings(Duration maxAge, Duration stale, boolean keys) implements CdnSettings {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 |  0 | 1000 | public, max-age=0, must-revalidate
             0 | 60 | 1000 | public, max-age=0, must-revalidate
            30 |  0 | 1000 | public, max-age=0, s-maxage=30
            30 | 60 | 1000 | public, max-age=0, s-maxage=30, stale-while-revalidate=60
            30 | 60 |   50 | public, max-age=0, s-maxage=30, stale-while-revalidate=20
            30 | 60 |    7 | public, max-age=0, s-maxage=7
            30 | 60 |    0 | public, max-age=0, must-revalidate
            """)
    void nobodyKeepsAnAnswerBeyondTheTimeWhenAPriceChangesByItself(long age, long stale, long flip, String expected) {
        CdnHeaders headers = headers(age, stale, false);
        assertThat(headers.of(KEYS, flip)).containsOnlyKeys("Cache-Control").containsValue(expected);
    }

    @Test
    void anAnswerNamesWhatItShowsWhenThatIsAskedFor() {
        assertThat(headers(0, 0, true).of(KEYS, 0))
                .containsEntry("Surrogate-Key", "category-mugs product-1")
                .containsEntry("Cache-Tag", "category-mugs,product-1");
    }

    private static CdnHeaders headers(long age, long stale, boolean keys) {
        return new CdnHeaders(new Settings(Duration.ofSeconds(age), Duration.ofSeconds(stale), keys));
    }
}
