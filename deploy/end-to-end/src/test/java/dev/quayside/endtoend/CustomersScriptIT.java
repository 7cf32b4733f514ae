package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers' accounts from the command line. */
@EndToEnd
class CustomersScriptIT {
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";

    @Test
    void accountIsOpenedFoundDisabledAndErased(@TempDir Path folder) throws IOException {
        String email = UUID.randomUUID() + "@example.com";
        Path hash = Files.writeString(folder.resolve("hash"), BCRYPT + "\n");
        assertThat(customers("create", email, "Charles \"B\" Babbage", "--verified", "--hash-file", hash.toString())
                        .good())
                .contains("\"hasPassword\":true");
        String line = email + "\t%s\tverified\tCharles \\\"B\\\" Babbage";
        assertThat(customers("--search", email.substring(5, 20), "list").good()).isEqualTo(line.formatted("active"));
        customers("disable", email).good();
        assertThat(customers("--search", email, "--status", "disabled", "list").good())
                .isEqualTo(line.formatted("disabled"));
        customers("enable", email).good();
        assertThat(customers("show", email).good()).contains("\"status\":\"active\"");
        assertThat(customers("create", email, "Again")).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.printed()).contains("email_taken");
        });
        assertThat(customers("delete", email).exit()).isEqualTo(2);
        customers("--yes", "delete", email).good();
        assertThat(customers("show", email)).isEqualTo(new Script.Run(1, "customers: there is no " + email + "\n"));
    }

    @Test
    void wrongUseAndRefusalsHaveExitCodes() {
        assertThat(customers("--help").good()).contains("--hash-file", "exit status");
        assertThat(customers().exit()).isEqualTo(2);
        assertThat(customers("dance").exit()).isEqualTo(2);
        assertThat(customers("create", "grace@example.com").exit()).isEqualTo(2);
        assertThat(customers("--search").exit()).isEqualTo(2);
        assertThat(customers("--status", "lost", "list").exit()).isEqualTo(1);
        assertThat(customers("--url", "http://127.0.0.1:9", "--help").exit()).isZero();
    }

    private static Script.Run customers(String... words) {
        return Script.run("customers", words);
    }
}
