package dev.quayside.gateway.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls one provider: over TLS, following no redirect, for a bounded time, body included, and for a bounded answer. So many calls at
 * once and no more, because a provider that hangs must not take the gateway's threads with it.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    /** How a provider is called. */
    record Limits(Duration patience, int atOnce, boolean plainAllowed) {}

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Google's keys are 2 KB; a provider with many keys sends 30. */
    private static final int LARGEST = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Limits limits;
    private final Semaphore places;

    ProviderHttp(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder call = HttpRequest.newBuilder(checked(request.getURI()))
                .timeout(limits.patience())
                .header("User-Agent", "quayside");
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> call.header(name, value)));
        String body = request.getBody();
        call.method(request.getMethod().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<byte[]> answer = placed(call.build());
        HTTPResponse read = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> read.setHeader(name, values.toArray(String[]::new)));
        read.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return read;
    }

    /** What Nimbus fetches keys with. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, url);
        request.setAccept("application/json");
        HTTPResponse answer = request.send(this);
        if (!answer.indicatesSuccess()) {
            throw new IOException("the answer has the status " + answer.getStatusCode());
        }
        return new Resource(String.valueOf(answer.getBody()), answer.getHeaderValue("Content-Type"));
    }

    /** An address that the provider gave: secrets go to it, or a browser. */
    URI checked(URI uri) throws IOException {
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && limits.plainAllowed();
        if (uri.getHost() == null || !(plain || "https".equalsIgnoreCase(uri.getScheme()))) {
            throw new IOException("an address of the provider is not https");
        }
        return uri;
    }

    private HttpResponse<byte[]> placed(HttpRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw new IOException("too many calls are under way");
        }
        try {
            return await(client.sendAsync(request, head -> new BoundedBytes(LARGEST)));
        } finally {
            places.release();
        }
    }

    /** The client's own time-out ends with the head of the answer. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
        try {
            return answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer in " + limits.patience(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the gateway is stopping", e);
        }
    }
}
