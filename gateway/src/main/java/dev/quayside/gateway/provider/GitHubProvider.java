package dev.quayside.gateway.provider;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;
import java.util.List;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * GitHub, which speaks OAuth 2.0 without ID tokens: the person is read from its API (docs.github.com, "Authorizing OAuth apps"). Only
 * the primary address counts, and only as verified as GitHub says it is.
 */
final class GitHubProvider implements Provider {
    private static final Scope SCOPE = new Scope("read:user", "user:email");

    private final ProviderSettings settings;
    private final ClientID client;
    private final ProviderHttp http;

    GitHubProvider(ProviderSettings settings, ProviderHttp http) {
        this.settings = settings;
        this.client = new ClientID(settings.clientId());
        this.http = http;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String title() {
        return settings.title();
    }

    @Override
    public URI authorization(Handshake handshake) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, client)
                .endpointURI(URI.create(settings.issuer() + "/login/oauth/authorize"))
                .redirectionURI(handshake.callback())
                .scope(SCOPE)
                .state(new State(handshake.state()))
                .codeChallenge(new CodeVerifier(handshake.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** GitHub has no configuration to compare with; what it names must at least be its own. */
    @Override
    public boolean mayHaveSent(AuthorizationAnswer answer) {
        String issuer = answer.issuer();
        return issuer == null || issuer.equals(settings.issuer()) || issuer.startsWith(settings.issuer() + "/");
    }

    @Override
    public ProvenIdentity identify(AuthorizationAnswer answer, Handshake handshake) throws ProviderFault {
        AccessToken token = redeem(answer, handshake);
        JSONObject user = Asked.of(read("/user", token), http, HTTPResponse::getBodyAsJSONObject);
        List<?> emails = Asked.of(read("/user/emails", token), http, HTTPResponse::getBodyAsJSONArray);
        if (!(user.get("id") instanceof Number id)) {
            throw ProviderFault.invalid("the user has no id");
        }
        JSONObject primary = primary(emails);
        String email = primary == null ? null : Claims.email(text(primary.get("email")));
        String name = Claims.name(text(user.get("name")));
        return new ProvenIdentity(
                name(),
                settings.issuer(),
                id.toString(),
                email,
                email != null && primary != null && Boolean.TRUE.equals(primary.get("verified")),
                name == null ? Claims.name(text(user.get("login"))) : name);
    }

    /** A code that GitHub refuses is answered with 200 and an error in place of the token. */
    private AccessToken redeem(AuthorizationAnswer answer, Handshake handshake) throws ProviderFault {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(answer.code()), handshake.callback(), new CodeVerifier(handshake.verifier()));
        HTTPRequest request = new TokenRequest.Builder(
                        URI.create(settings.issuer() + "/login/oauth/access_token"),
                        new ClientSecretPost(client, settings.secret()),
                        grant)
                .build()
                .toHTTPRequest();
        request.setAccept("application/json");
        return Asked.of(
                request,
                http,
                read -> AccessTokenResponse.parse(read.getBodyAsJSONObject())
                        .getTokens()
                        .getAccessToken());
    }

    private HTTPRequest read(String path, AccessToken token) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(settings.api() + path));
        request.setAccept("application/vnd.github+json");
        request.setAuthorization("Bearer " + token.getValue());
        return request;
    }

    private static @Nullable JSONObject primary(List<?> emails) {
        return emails.stream()
                .filter(JSONObject.class::isInstance)
                .map(JSONObject.class::cast)
                .filter(email -> Boolean.TRUE.equals(email.get("primary")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
