package dev.quayside.stripe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecoderTest {
    @Test
    void bracketsNestAndListsKeepTheirOrder() {
        Params params = FormDecoder.decode("a=1&metadata[0]=x&metadata[k%5B]=y&expand[]=p&expand[]=q&s[t][u]=%C3%A9+z");

        assertThat(params.text("a")).isEqualTo("1");
        assertThat(params.inner("metadata").text("0")).isEqualTo("x");
        assertThat(params.expand()).containsExactly("p", "q");
        assertThat(params.inner("s").inner("t").text("u")).isEqualTo("é z");
        assertThat(params.pairs()).contains("s[t][u]=é z");
    }

    @Test
    void emptyValueIsThereAndUnset() {
        Params params = FormDecoder.decode("description=");

        assertThat(params.has("description")).isTrue();
        assertThat(params.text("description")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a[b]=2", "a[b=1", "a=%zz"})
    void whatIsNotAFormIsRefused(String form) {
        assertThatThrownBy(() -> FormDecoder.decode(form)).isInstanceOf(ApiError.class);
    }

    @Test
    void numbersOfParametersAreBounded() {
        assertThatThrownBy(() -> FormDecoder.decode("a=1&".repeat(1_001))).isInstanceOf(ApiError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "x", "9999999999999999999"})
    void whatIsNoIntegerIsRefused(String value) {
        Params params = FormDecoder.decode("amount=" + value);

        assertThatThrownBy(() -> params.integer("amount")).hasMessage("Invalid integer: " + value);
    }
}
