package dev.quayside.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshSecretTest {

    @Test
    void onlyTheTokenItselfOpensItsSuccessor() {
        RefreshSecret token = RefreshSecret.generate();
        RefreshSecret successor = RefreshSecret.generate();
        byte[] sealed = token.seal(successor);
        assertThat(token.open(sealed).text()).isEqualTo(successor.text());
        assertThat(RefreshSecret.generate().open(sealed).text()).isNotEqualTo(successor.text());
    }

    @Test
    void aTokenSurvivesItsText() {
        RefreshSecret token = RefreshSecret.generate();
        assertThat(RefreshSecret.parse(token.text()))
                .hasValueSatisfying(read -> assertThat(read.hash()).isEqualTo(token.hash()));
    }

    @Test
    void anotherTextIsNoToken() {
        assertThat(RefreshSecret.parse("")).isEmpty();
        assertThat(RefreshSecret.parse("not base64 url")).isEmpty();
        assertThat(RefreshSecret.parse("AAAA")).isEmpty();
    }
}
