package dev.quayside.gateway.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID provider says of itself (OpenID Connect Discovery): fetched when it is first needed, then once an hour; what was
 * known stays while the provider is away. Its keys are followed: an ID token with a new one has them read again.
 */
final class Discovery {
    /** Where a provider's endpoints are, and who checks its ID tokens. */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant until) {}

    private static final Logger LOG = Logger.getLogger(Discovery.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_READ_EVERY = Duration.ofSeconds(2);
    private static final Duration KEYS_WAIT = Duration.ofSeconds(5);
    /** Only what is signed with a key that the provider alone has: no {@code none}, no HS256. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Issuer issuer;
    private final ClientID client;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Known known;

    Discovery(Issuer issuer, ClientID client, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.http = http;
        this.clock = clock;
    }

    Known get() throws ProviderFault {
        Known before = known;
        if (before != null && clock.instant().isBefore(before.until())) {
            return before;
        }
        try {
            Known read = read();
            known = read;
            return read;
        } catch (ProviderFault away) {
            if (before == null) {
                throw away;
            }
            LOG.warnf("%s: its configuration is not read again: %s", issuer, away.getMessage());
            Known kept = new Known(
                    before.metadata(), before.tokens(), clock.instant().plus(TRIED_AGAIN));
            known = kept;
            return kept;
        }
    }

    private Known read() throws ProviderFault {
        OIDCProviderMetadata metadata =
                Asked.of(request(), http, answer -> OIDCProviderMetadata.parse(answer.getBodyAsJSONObject()));
        if (!issuer.equals(metadata.getIssuer())) {
            throw ProviderFault.invalid("the configuration is of another issuer");
        }
        try {
            http.checked(required(metadata.getAuthorizationEndpointURI()));
            http.checked(required(metadata.getTokenEndpointURI()));
            http.checked(required(metadata.getJWKSetURI()));
            return new Known(metadata, tokens(metadata), clock.instant().plus(KEPT));
        } catch (IOException e) {
            throw ProviderFault.invalid(String.valueOf(e.getMessage()));
        }
    }

    private HTTPRequest request() throws ProviderFault {
        try {
            HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, OIDCProviderMetadata.resolveURL(issuer));
            request.setAccept("application/json");
            return request;
        } catch (GeneralException e) {
            throw ProviderFault.invalid("the issuer is no address");
        }
    }

    private IDTokenValidator tokens(OIDCProviderMetadata metadata) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), http)
                .cache(KEYS_KEPT.toMillis(), KEYS_WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEYS_READ_EVERY.toMillis())
                .outageTolerant(KEPT.toMillis())
                .build();
        return new IDTokenValidator(issuer, client, new JWSVerificationKeySelector<>(SIGNED, keys), null);
    }

    private static URI required(@Nullable URI endpoint) throws IOException {
        if (endpoint == null) {
            throw new IOException("the configuration lacks an endpoint");
        }
        return endpoint;
    }
}
