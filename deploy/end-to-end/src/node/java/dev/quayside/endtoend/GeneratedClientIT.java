package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client generated from the API's description buys something; the build has linted the one and compiled the other. */
@EndToEnd
class GeneratedClientIT {
    private static final Path CLIENT =
            Path.of(System.getProperty("quayside.repository"), "deploy/end-to-end/target/client");

    @Test
    void makesThePurchase() throws IOException, InterruptedException {
        String sku = Admin.product(5);
        Process client = new ProcessBuilder("node", "compiled/purchase.js", Shop.running().gatewayUrl(), sku)
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(CLIENT.resolve("purchase.log").toFile())
                .start();
        boolean ended = client.waitFor(60, TimeUnit.SECONDS);
        client.destroyForcibly();
        String said = Files.readString(CLIENT.resolve("purchase.log"));
        assertThat(ended).as("the client has ended: " + said).isTrue();
        assertThat(client.exitValue()).as(said).isZero();
        assertThat(said.trim()).as("the order's id").matches("[0-9a-f-]{36}");
        Admin.awaitStock(sku, 3, 0);
        Admin.awaitCleanAudit();
    }
}
