package dev.quayside.local.up;

import dev.quayside.local.LocalShop;
import dev.quayside.local.ShopException;
import dev.quayside.local.secret.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The products of a shop that was never started before, put in through the admin API as any script would. Keyed upserts: when a first
 * start is interrupted, the next one completes it; after that what the owner changed or deleted stays so.
 */
final class SampleCatalogue {
    private static final String FOLDER = "/sample-catalogue/";
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final LocalShop shop;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    SampleCatalogue(LocalShop shop) {
        this.shop = shop;
    }

    /** Loads it unless that was done; says how many products there are then, or 0 if there was nothing to do. */
    int loadOnce() {
        Path done = shop.data().resolve("sample-catalogue.loaded");
        if (Files.exists(done)) {
            return 0;
        }
        Resources.lines(FOLDER + "categories.txt").forEach(slug -> add("category", "categories", slug));
        List<String> products = Resources.lines(FOLDER + "products.txt");
        products.forEach(this::putProduct);
        Resources.lines(FOLDER + "collections.txt").forEach(slug -> add("collection", "collections", slug));
        PrivateFiles.write(done, "");
        return products.size();
    }

    private void add(String what, String folder, String slug) {
        HttpResponse<String> answer =
                send("POST", "/v1/admin/" + folder, Resources.text(FOLDER + folder + "/" + slug + ".json"));
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw refused(what + " " + slug, answer);
        }
    }

    private void putProduct(String slug) {
        HttpResponse<String> answer =
                send("PUT", "/v1/admin/products/by-key/" + slug, Resources.text(FOLDER + "products/" + slug + ".json"));
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw refused("product " + slug, answer);
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.gatewayUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + shop.adminApiKey())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ShopException("The sample catalogue cannot be loaded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopException("Interrupted while the sample catalogue was being loaded.", e);
        }
    }

    private static ShopException refused(String what, HttpResponse<String> answer) {
        return new ShopException(
                "The shop refused the sample " + what + ": " + answer.statusCode() + " " + answer.body());
    }
}
