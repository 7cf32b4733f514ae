package dev.quayside.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of the storefront in a browser of its own, which sends that to a provider and gets it back. */
public final class Page {
    public static final String ADDRESS = GatewayResource.ORIGIN + "/signed-in";
    private static final String COOKIE = "__Host-quayside-trip";

    private final String verifier =
            (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "").substring(0, 50);
    private String cookie = "";

    public String verifier() {
        return verifier;
    }

    public String cookie() {
        return cookie;
    }

    /** Sends the browser to a provider. */
    public Response begin(String provider) {
        Response answer = browser()
                .queryParam("redirectTo", ADDRESS)
                .queryParam("codeChallenge", challenge(verifier))
                .get("/v1/auth/oidc/" + provider);
        if (answer.cookies().containsKey(COOKIE)) {
            cookie = answer.cookie(COOKIE);
        }
        return answer;
    }

    /** Goes to {@code acme}, where somebody signs in, and is on the way back: the callback's path with its query. */
    public String visit(Person person) {
        GatewayResource.acme().start();
        GatewayResource.acme().next(person);
        return back(location(begin("acme")));
    }

    /** Lets {@code acme} send the browser back. */
    public static String back(String there) {
        Response sent =
                given().redirects().follow(false).urlEncodingEnabled(false).get(URI.create(there));
        URI callback = URI.create(location(sent));
        return callback.getRawPath() + "?" + callback.getRawQuery();
    }

    /** Comes back. */
    public Response end(String callback) {
        return browser().urlEncodingEnabled(false).get(callback);
    }

    /** Signs in at {@code acme}, up to the one-time code. */
    public String code(Person person) {
        return value(location(end(visit(person))), "code");
    }

    public Response exchange(String code) {
        return Account.post("/v1/auth/oidc/token", Map.of("code", code, "codeVerifier", verifier));
    }

    /** Signs in at {@code acme}, the whole way. */
    public static Response signIn(Person person) {
        Page page = new Page();
        return page.exchange(page.code(person));
    }

    /** The link of what {@code acme} knows to a signed-in account. */
    public static Response link(Account account, Person person, @Nullable String password) {
        Page page = new Page();
        Map<String, Object> body = new HashMap<>(Map.of("code", page.code(person), "codeVerifier", page.verifier()));
        if (password != null) {
            body.put("currentPassword", password);
        }
        return account.request().body(body).post("/v1/customers/me/identities");
    }

    public static String location(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(302);
        return answer.header("Location");
    }

    public static Map<String, String> query(String address) {
        Map<String, String> parameters = new HashMap<>();
        String query = URI.create(address).getQuery();
        if (query != null) {
            Arrays.stream(query.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> parameters.put(pair[0], pair[1]));
        }
        return parameters;
    }

    /** A parameter that has to be there. */
    public static String value(String address, String name) {
        return Objects.requireNonNull(query(address).get(name), address);
    }

    public static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestSpecification browser() {
        RequestSpecification request = given().redirects().follow(false).contentType(ContentType.ANY);
        return cookie.isEmpty() ? request : request.cookie(COOKIE, cookie);
    }
}
