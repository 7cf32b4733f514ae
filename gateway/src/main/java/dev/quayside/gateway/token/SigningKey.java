package dev.quayside.gateway.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * An RSA key that signs tokens.
 *
 * @param id the public half's thumbprint (RFC 7638), the {@code kid} of its tokens
 */
record SigningKey(String id, RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
    private static final int BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Makes a key, which takes a second or, on a busy machine, many. */
    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** Reads PKCS#8 PEM, as {@code openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048} writes it. */
    static SigningKey fromPem(String pem) throws GeneralSecurityException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("not a PKCS#8 private key in PEM");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded))
                instanceof RSAPrivateCrtKey key) {
            return of(key);
        }
        throw new GeneralSecurityException("the key lacks its public exponent");
    }

    String toPem() {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return BEGIN + "\n" + encoded + "\n" + END + "\n";
    }

    /** The public half as published. */
    RsaJsonWebKey published() {
        RsaJsonWebKey key = new RsaJsonWebKey(publicKey);
        key.setKeyId(id);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        return key;
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        if (key.getModulus().bitLength() < BITS) {
            throw new GeneralSecurityException("the key is shorter than " + BITS + " bits");
        }
        RSAPublicKey open = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return new SigningKey(new RsaJsonWebKey(open).calculateBase64urlEncodedThumbprint("SHA-256"), key, open);
    }
}
