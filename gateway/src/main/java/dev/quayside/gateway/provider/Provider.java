package dev.quayside.gateway.provider;

import java.net.URI;

/** Somebody else who knows customers: an OpenID provider, or GitHub. Each method may call it and wait. */
public interface Provider {
    /** Its name in paths and settings: {@code google}. */
    String name();

    /** Its name for people: {@code Google}. */
    String title();

    /**
     * Where the browser is sent.
     *
     * @throws ProviderFault when the provider cannot be asked where that is
     */
    URI authorization(Handshake handshake) throws ProviderFault;

    /**
     * Who came back.
     *
     * @throws ProviderFault when the provider does not answer, or with something that proves nothing
     */
    ProvenIdentity identify(AuthorizationAnswer answer, Handshake handshake) throws ProviderFault;

    /** Whether an answer that names its issuer (RFC 9207) names this provider; one that names none is judged with the rest of it. */
    boolean mayHaveSent(AuthorizationAnswer answer);
}
