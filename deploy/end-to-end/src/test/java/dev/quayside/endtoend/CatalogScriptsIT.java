package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of products into the running shop and out of it, from the command line and as a stream. */
@EndToEnd
class CatalogScriptsIT {
    private final String slug = "lamp-" + UUID.randomUUID().toString().substring(0, 13);

    @Test
    void aFileIsImportedAndExported(@TempDir Path folder) throws IOException {
        String file = file(folder, "products.csv", """
                slug;title;sku;option1Name;option1Value;stock;price EUR
                %1$s;Öllampe;%1$s-s;size;S;4;19,99
                %1$s;;%1$s-l;;L;5;29,99
                """.formatted(slug));
        Script.Run dry = Script.run("catalog-import", "--dry-run", "--quiet", "run", file);
        assertThat(dry.good()).contains("1 created", "variants[" + slug + "-l].prices[EUR].amount");
        assertThat(Script.run("catalog-import", "run", file).good())
                .contains("completed 100 %", "1 created", "0 failed");
        assertThat(Script.run("catalog-import", "--quiet", "run", file).good()).contains("1 unchanged");
        assertThat(Admin.stock(slug + "-l").onHand()).isEqualTo(5);
        Path exported = folder.resolve("export.csv");
        Script.run("catalog-export", "--format", "csv", exported.toString()).good();
        assertThat(Files.readString(exported)).contains("\n" + slug + ",Öllampe,");
        String broken =
                file(folder, "broken.ndjson", "{\"slug\": \"" + slug + "\", \"title\": \"x\", \"variants\": []}");
        Path errors = folder.resolve("errors.csv");
        Script.Run failed = Script.run("catalog-import", "--quiet", "--errors", errors.toString(), "run", broken);
        assertThat(failed.exit()).as(failed.printed()).isEqualTo(4);
        assertThat(Files.readString(errors)).contains("1," + slug + ",validation_failed", "not_empty");
        assertThat(Script.run("catalog-import", "list").good().lines().count()).isGreaterThanOrEqualTo(4);
        assertThat(Script.run("catalog-import", "run", "no-such-file").exit()).isEqualTo(2);
        assertThat(Script.run("catalog-import", "show", UUID.randomUUID().toString())
                        .exit())
                .isEqualTo(1);
        assertThat(Script.run("catalog-import", "--help").good()).contains("exit status");
    }

    @Test
    void stockIsBroughtToWhatWasCounted(@TempDir Path folder) throws IOException {
        String sku = Admin.product(3);
        String counted = file(folder, "stock.csv", "sku,stock\r\n" + sku + ",8\r\nno-such-sku,1\r\n");
        Script.Run first = Script.run("stock-sync", counted);
        assertThat(first.exit()).as(first.printed()).isEqualTo(4);
        assertThat(first.printed()).contains(sku + "\t3\t8", "no-such-sku: 404");
        assertThat(Admin.stock(sku).onHand()).isEqualTo(8);
        assertThat(Script.run("stock-sync", file(folder, "again.csv", sku + ",8\n"))
                        .good())
                .isEmpty();
        assertThat(Script.run("stock-sync", file(folder, "wrong.csv", sku + ",many\n"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void pricesAreUpdated(@TempDir Path folder) throws IOException {
        assumeTrue(Script.hasPython(), "python3 is not on this machine's path");
        String sku = Admin.product(1);
        String prices = file(folder, "prices.csv", "sku,amount,currency\n" + sku + ",2099,EUR\n" + sku + ",2399,USD\n");
        assertThat(Script.run("price-update", prices).good())
                .isEqualTo(sku + "\tEUR\t1999\t2099\n" + sku + "\tUSD\t-\t2399");
        assertThat(Script.run("price-update", prices).good()).isEmpty();
        Script.Run failed =
                Script.run("price-update", file(folder, "none.csv", "sku,amount,currency\nno-such-sku,1,EUR\n"));
        assertThat(failed.exit()).as(failed.printed()).isEqualTo(4);
        assertThat(Script.run("price-update", file(folder, "bad.csv", "sku,amount,currency\nx,1.5,EUR\n"))
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
}
