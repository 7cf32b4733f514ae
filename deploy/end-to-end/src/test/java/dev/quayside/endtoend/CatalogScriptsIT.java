package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of products into the running shop and out of it, from the command line and as a stream. */
@EndToEnd
class CatalogScriptsIT {
    private static final Path SCRIPTS = Path.of(System.getProperty("quayside.repository"), "deploy/scripts");

    private final String slug = "lamp-" + UUID.randomUUID().toString().substring(0, 13);

    /** What a run of a script has printed, and how it ended. */
    private record Run(int exit, String printed) {
        String good() {
            assertThat(exit).as(printed).isZero();
            return printed.strip();
        }
    }

    @Test
    void aFileIsImportedAndExported(@TempDir Path folder) throws IOException {
        String file = file(folder, "products.csv", """
                slug;title;sku;option1Name;option1Value;stock;price EUR
                %1$s;Öllampe;%1$s-s;size;S;4;19,99
                %1$s;;%1$s-l;;L;5;29,99
                """.formatted(slug));
        Run dry = script("catalog-import", "--dry-run", "--quiet", "run", file);
        assertThat(dry.good()).contains("1 created", "variants[" + slug + "-l].prices[EUR].amount");
        assertThat(script("catalog-import", "run", file).good()).contains("completed 100 %", "1 created", "0 failed");
        assertThat(script("catalog-import", "--quiet", "run", file).good()).contains("1 unchanged");
        assertThat(Admin.stock(slug + "-l").onHand()).isEqualTo(5);
        Path exported = folder.resolve("export.csv");
        script("catalog-export", "--format", "csv", exported.toString()).good();
        assertThat(Files.readString(exported)).contains("\n" + slug + ",Öllampe,");
        String broken =
                file(folder, "broken.ndjson", "{\"slug\": \"" + slug + "\", \"title\": \"x\", \"variants\": []}");
        Path errors = folder.resolve("errors.csv");
        Run failed = script("catalog-import", "--quiet", "--errors", errors.toString(), "run", broken);
        assertThat(failed.exit()).as(failed.printed()).isEqualTo(4);
        assertThat(Files.readString(errors)).contains("1," + slug + ",validation_failed", "not_empty");
        assertThat(script("catalog-import", "list").good().lines().count()).isGreaterThanOrEqualTo(4);
        assertThat(script("catalog-import", "run", "no-such-file").exit()).isEqualTo(2);
        assertThat(script("catalog-import", "show", UUID.randomUUID().toString())
                        .exit())
                .isEqualTo(1);
        assertThat(script("catalog-import", "--help").good()).contains("exit status");
    }

    @Test
    void stockIsBroughtToWhatWasCounted(@TempDir Path folder) throws IOException {
        String sku = Admin.product(3);
        String counted = file(folder, "stock.csv", "sku,stock\r\n" + sku + ",8\r\nno-such-sku,1\r\n");
        Run first = script("stock-sync", counted);
        assertThat(first.exit()).as(first.printed()).isEqualTo(4);
        assertThat(first.printed()).contains(sku + "\t3\t8", "no-such-sku: 404");
        assertThat(Admin.stock(sku).onHand()).isEqualTo(8);
        assertThat(script("stock-sync", file(folder, "again.csv", sku + ",8\n")).good())
                .isEmpty();
        assertThat(script("stock-sync", file(folder, "wrong.csv", sku + ",many\n"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void pricesAreUpdated(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no Python here");
        String sku = Admin.product(1);
        String prices = file(folder, "prices.csv", "sku,amount,currency\n" + sku + ",2099,EUR\n" + sku + ",2399,USD\n");
        assertThat(script("price-update", prices).good())
                .isEqualTo(sku + "\tEUR\t1999\t2099\n" + sku + "\tUSD\t-\t2399");
        assertThat(script("price-update", prices).good()).isEmpty();
        Run failed = script("price-update", file(folder, "none.csv", "sku,amount,currency\nno-such-sku,1,EUR\n"));
        assertThat(failed.exit()).as(failed.printed()).isEqualTo(4);
        assertThat(script("price-update", file(folder, "bad.csv", "sku,amount,currency\nx,1.5,EUR\n"))
                        .exit())
                .isEqualTo(2);
    }

    /** More than a usual body may have, with answers that begin before it has ended. */
    @Test
    void aLongStreamPassesTheDoor() throws IOException, InterruptedException {
        int lines = 6_000;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Shop.running().gatewayUrl() + "/v1/admin/products:bulk"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + Shop.running().adminApiKey())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(("{" + " ".repeat(298) + "\n").repeat(lines)))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"summary\":{\"lines\":" + lines + ",", "\"complete\":true");
    }

    private static String file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Run script(String name, String... words) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("QUAYSIDE_URL", Shop.running().gatewayUrl());
        builder.environment().put("QUAYSIDE_API_KEY", Shop.running().adminApiKey());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
