package dev.quayside.gateway.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** An OpenID provider, by its discovery document: authorization code with PKCE, state and nonce (OpenID Connect Core, 3.1). */
final class OidcProvider implements Provider {
    private final ProviderSettings settings;
    private final ClientID client;
    private final ProviderHttp http;
    private final Discovery discovery;

    OidcProvider(ProviderSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.client = new ClientID(settings.clientId());
        this.http = http;
        this.discovery = new Discovery(new Issuer(settings.issuer()), client, http, clock);
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
    public URI authorization(Handshake handshake) throws ProviderFault {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scopes()), client, handshake.callback())
                .endpointURI(discovery.get().metadata().getAuthorizationEndpointURI())
                .state(new State(handshake.state()))
                .nonce(new Nonce(handshake.nonce()))
                .codeChallenge(new CodeVerifier(handshake.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public boolean mayHaveSent(AuthorizationAnswer answer) {
        return answer.issuer() == null || answer.issuer().equals(settings.issuer());
    }

    @Override
    public ProvenIdentity identify(AuthorizationAnswer answer, Handshake handshake) throws ProviderFault {
        Discovery.Known known = discovery.get();
        if (answer.issuer() == null && known.metadata().supportsAuthorizationResponseIssuerParam()) {
            throw ProviderFault.invalid("the answer does not name its issuer, as the provider says it does");
        }
        OIDCTokens tokens = redeem(answer, handshake, known.metadata());
        return proven(claims(tokens, handshake, known), tokens, known.metadata());
    }

    private OIDCTokens redeem(AuthorizationAnswer answer, Handshake handshake, OIDCProviderMetadata metadata)
            throws ProviderFault {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(answer.code()), handshake.callback(), new CodeVerifier(handshake.verifier()));
        TokenRequest request =
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata), grant).build();
        return Asked.of(
                request.toHTTPRequest(),
                http,
                read -> ((OIDCTokenResponse) OIDCTokenResponseParser.parse(read).toSuccessResponse()).getOIDCTokens());
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inBody
                ? new ClientSecretPost(client, settings.secret())
                : new ClientSecretBasic(client, settings.secret());
    }

    private IDTokenClaimsSet claims(OIDCTokens tokens, Handshake handshake, Discovery.Known known)
            throws ProviderFault {
        if (tokens.getIDToken() == null) {
            throw ProviderFault.invalid("there is no ID token");
        }
        try {
            IDTokenClaimsSet claims = known.tokens().validate(tokens.getIDToken(), new Nonce(handshake.nonce()));
            requireOurs(claims);
            return claims;
        } catch (KeySourceException e) {
            throw ProviderFault.unavailable("its keys: " + e.getMessage());
        } catch (BadJOSEException | JOSEException e) {
            throw ProviderFault.invalid("the ID token: " + e.getMessage());
        }
    }

    /** A token for several clients names the one that it was issued to (OpenID Connect Core, 3.1.3.7), which Nimbus leaves to us. */
    private void requireOurs(IDTokenClaimsSet claims) throws ProviderFault {
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean ours = party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(client.getValue());
        if (!ours) {
            throw ProviderFault.invalid("the ID token was issued to another client");
        }
    }

    /** Addresses and names may be in the ID token; else they are at the UserInfo endpoint (OpenID Connect Core, 5.4). */
    private ProvenIdentity proven(IDTokenClaimsSet claims, OIDCTokens tokens, OIDCProviderMetadata metadata)
            throws ProviderFault {
        String subject = Claims.subject(claims.getSubject().getValue());
        URI more = metadata.getUserInfoEndpointURI();
        JSONObject person = claims.getStringClaim("email") != null || more == null
                ? claims.toJSONObject()
                : userInfo(more, subject, tokens);
        String email = Claims.email(text(person.get("email")));
        // Some send the word instead of the value.
        boolean verified = "true".equals(String.valueOf(person.get("email_verified")));
        return new ProvenIdentity(
                name(),
                settings.issuer(),
                subject,
                email,
                email != null && verified,
                Claims.name(text(person.get("name"))));
    }

    private JSONObject userInfo(URI endpoint, String subject, OIDCTokens tokens) throws ProviderFault {
        UserInfoRequest request = new UserInfoRequest(endpoint, tokens.getAccessToken());
        JSONObject person = Asked.of(request.toHTTPRequest(), http, HTTPResponse::getBodyAsJSONObject);
        if (!subject.equals(person.get("sub"))) {
            throw ProviderFault.invalid("the UserInfo endpoint tells of somebody else");
        }
        return person;
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String text ? text : null;
    }
}
