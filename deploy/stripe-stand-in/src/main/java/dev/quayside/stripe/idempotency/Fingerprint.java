package dev.quayside.stripe.idempotency;

import dev.quayside.stripe.wire.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two requests the same: method, path and parameters, in whatever order they were sent. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Call call) {
        StringBuilder text = new StringBuilder(call.method()).append(' ').append(call.path());
        call.params().pairs().stream()
                .sorted()
                .forEach(pair -> text.append('\n').append(pair));
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
