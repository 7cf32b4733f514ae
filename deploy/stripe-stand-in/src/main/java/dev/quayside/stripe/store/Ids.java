package dev.quayside.stripe.store;

import java.security.SecureRandom;
import java.util.Map;

/**
 * Makes ids as Stripe writes them, {@code pi_3…}. The first characters count upwards, so ids of a kind sort in the order
 * in which they were made; the rest is random, so a client cannot guess its neighbour's.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String NEXT = "next";
    private static final int COUNTER_LENGTH = 8;
    private static final int RANDOM_LENGTH = 15;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> memory;
    private long next;

    Ids(Map<String, String> memory) {
        this.memory = memory;
        reload();
    }

    void reload() {
        next = Long.parseLong(memory.getOrDefault(NEXT, "0"));
    }

    /** A new id, unique in this state directory; call inside an act. */
    public String next(String prefix) {
        long number = next++;
        memory.put(NEXT, Long.toString(next));
        return prefix + "_3" + counter(number) + random(RANDOM_LENGTH);
    }

    /** Letters and digits that cannot be guessed. */
    public String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** An id that nothing is stored under, such as a request's. */
    public String loose(String prefix) {
        return prefix + "_" + random(COUNTER_LENGTH + RANDOM_LENGTH - 9);
    }

    private static String counter(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; text.length() < COUNTER_LENGTH; rest /= ALPHABET.length()) {
            text.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return text.reverse().toString();
    }
}
