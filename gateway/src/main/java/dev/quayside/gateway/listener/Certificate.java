package dev.quayside.gateway.listener;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509KeyManager;

/**
 * A certificate with its key, as its two PEM files held them at one moment.
 *
 * @param files what the files held
 * @param chain the certificate first
 */
record Certificate(List<Buffer> files, List<X509Certificate> chain, PrivateKey key) {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA");

    /** Reads both. Files that are missing, hold something else or do not belong together are an {@link IllegalArgumentException}. */
    static Certificate read(Vertx vertx, Path chain, Path key) {
        try {
            List<Buffer> files =
                    List.of(Buffer.buffer(Files.readAllBytes(chain)), Buffer.buffer(Files.readAllBytes(key)));
            return of(vertx, files);
        } catch (Exception e) {
            // What the parsers throw for a file that is no PEM file is not said anywhere.
            throw new IllegalArgumentException(
                    chain + " and " + key + " hold no certificate with its key: " + e.getMessage(), e);
        }
    }

    private static Certificate of(Vertx vertx, List<Buffer> files) throws Exception {
        PemKeyCertOptions pem =
                new PemKeyCertOptions().addCertValue(files.get(0)).addKeyValue(files.get(1));
        X509KeyManager manager = Arrays.stream(pem.getKeyManagerFactory(vertx).getKeyManagers())
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .findFirst()
                .orElseThrow();
        for (String algorithm : ALGORITHMS) {
            String[] aliases = manager.getServerAliases(algorithm, null);
            if (aliases != null && aliases.length > 0) {
                List<X509Certificate> chain = List.of(manager.getCertificateChain(aliases[0]));
                PrivateKey key = manager.getPrivateKey(aliases[0]);
                checkPair(chain.get(0), key);
                return new Certificate(files, chain, key);
            }
        }
        throw new GeneralSecurityException("neither an RSA nor an EC key");
    }

    /** With the key of another certificate nobody could be answered any more. */
    private static void checkPair(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key belongs to another certificate");
        }
    }

    /** Its name among those that were used. */
    String alias() {
        return chain.get(0).getSerialNumber().toString(16);
    }

    /** Never the key: this may reach a log. */
    @Override
    public String toString() {
        return "the certificate that ends at " + chain.get(0).getNotAfter().toInstant();
    }
}
