package dev.quayside.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProductRulesTest {
    @Test
    void translationsOfAProductAreBoundedTogether() {
        Map<String, ProductText> texts = new TreeMap<>();
        for (String tag : List.of("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj")) {
            texts.put(tag, new ProductText(null, "x".repeat(20_000)));
        }
        assertThat(check(texts).translations()).hasSize(10);
        texts.put("kk", new ProductText("x", null));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> check(texts));
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("translations");
        assertThat(refused.errors()).extracting(FieldError::code).containsExactly("too_large");
    }

    private static ProductDefinition check(Map<String, ProductText> texts) {
        ProductRequest request =
                new ProductRequest("mug", "Mug", null, texts, null, null, null, null, null, null, List.of());
        return ProductRules.check("mug", request, null, texts.keySet());
    }
}
