package dev.quayside.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in is made with, as far as it tells.
 *
 * @param name the program's {@code User-Agent}, cut and without control characters; null when it tells none
 * @param address where it calls from
 */
public record Device(@Nullable String name, String address) {
    private static final int LONGEST = 300;

    public Device {
        if (name != null) {
            String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
            name = plain.isEmpty()
                    ? null
                    : plain.substring(
                            0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
        }
    }
}
