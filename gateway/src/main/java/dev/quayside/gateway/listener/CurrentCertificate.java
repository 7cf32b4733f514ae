package dev.quayside.gateway.listener;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that the next handshake uses. It can be exchanged at any moment: a handshake that has begun with the former one ends
 * with it.
 */
final class CurrentCertificate extends X509ExtendedKeyManager {
    private volatile Certificate current;
    private volatile Certificate former;

    CurrentCertificate(Certificate first) {
        current = first;
        former = first;
    }

    void exchange(Certificate next) {
        former = current;
        current = next;
    }

    /** Whether the files of that moment are those that are used. */
    boolean isFrom(Certificate found) {
        return current.files().equals(found.files());
    }

    private @Nullable Certificate find(String alias) {
        Certificate now = current;
        Certificate before = former;
        return now.alias().equals(alias) ? now : before.alias().equals(alias) ? before : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Certificate now = current;
        return now.key().getAlgorithm().equals(keyType) ? now.alias() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Certificate found = find(alias);
        return found == null ? null : found.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Certificate found = find(alias);
        return found == null ? null : found.key();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    /** The gateway shows a certificate to nobody that it calls. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
