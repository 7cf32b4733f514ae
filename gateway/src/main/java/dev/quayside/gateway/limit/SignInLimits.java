package dev.quayside.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How often signing in may be tried: per account, against guessing one password, and per address, against trying many accounts. The
 * numbers are for one person; an office behind one address still fits.
 */
@ApplicationScoped
public class SignInLimits {
    private static final Rule LOGIN_ACCOUNT = new Rule("login-account", 10, Duration.ofSeconds(30));
    private static final Rule LOGIN_ADDRESS = new Rule("login-address", 60, Duration.ofSeconds(2));
    private static final Rule REGISTER_ADDRESS = new Rule("register-address", 30, Duration.ofSeconds(10));
    private static final Rule REFRESH_ADDRESS = new Rule("refresh-address", 120, Duration.ofMillis(500));

    private final Limiter limiter;

    SignInLimits(Limiter limiter) {
        this.limiter = limiter;
    }

    /** Counts a sign-in, whether or not there is such an account; too many are a 429. */
    public void beforeLogin(String address, String email) {
        limiter.take(LOGIN_ADDRESS, address);
        limiter.take(LOGIN_ACCOUNT, hash(email));
    }

    /** Counts a registration; too many are a 429. */
    public void beforeRegister(String address) {
        limiter.take(REGISTER_ADDRESS, address);
    }

    /** Counts a refresh; too many are a 429. */
    public void beforeRefresh(String address) {
        limiter.take(REFRESH_ADDRESS, address);
    }

    /** Redis holds no addresses of customers. */
    private static String hash(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
