package dev.quayside.gateway.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Pattern NEEDED = Pattern.compile("Needs the scope `([a-z-]+:[a-z-]+)`");

    /** A scope that an operation asks for and that nobody can be given would close the operation to everyone. */
    @Test
    void everyScopeThatTheContractAsksForCanBeGiven() throws IOException {
        Set<String> needed = new TreeSet<>();
        try (InputStream contract = ScopeTest.class.getResourceAsStream("/openapi/quayside.yaml")) {
            assertThat(contract).isNotNull();
            Matcher matcher = NEEDED.matcher(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                needed.add(matcher.group(1));
            }
        }
        assertThat(needed).hasSizeGreaterThan(10);
        assertThat(Scope.all()).containsAll(needed);
    }

    @Test
    void aScopeHasOneNameAndAWord() {
        assertThat(Scope.all())
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z-]+:(read|write|capture|repair)"));
        assertThat(Scope.values()).extracting(Scope::meaning).doesNotContain("");
    }
}
