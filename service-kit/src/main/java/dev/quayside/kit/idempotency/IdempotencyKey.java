package dev.quayside.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A caller's {@code Idempotency-Key} for one request.
 *
 * @param scope caller, method and path: the same key elsewhere is another key; hashed, because a cart's path is a secret
 * @param key as sent, at most 255 visible characters; an anonymous caller's is a UUID, so that strangers do not meet
 * @param requestHash of the parsed body, so that white space does not count
 */
public record IdempotencyKey(String scope, String key, String requestHash) {
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Reads the header of a request that cannot do without one; a missing or ill-formed key is a 400. */
    public static IdempotencyKey required(
            @Nullable String header, Caller caller, String method, String path, Object body, ObjectMapper json) {
        if (header == null) {
            throw new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                    "send an Idempotency-Key, such as a new UUID, with this request");
        }
        if (!VISIBLE.matcher(header).matches()) {
            throw invalid("up to 255 visible ASCII characters");
        }
        if (caller.isAnonymous() && !UUID.matcher(header).matches()) {
            throw invalid("a UUID when no token is sent");
        }
        return new IdempotencyKey(hash(caller.id() + " " + method + " " + path), header, hash(write(body, json)));
    }

    private static ProblemException invalid(String what) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, "Idempotency-Key: must be " + what);
    }

    private static String write(Object body, ObjectMapper json) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be written", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
