package dev.quayside.gateway.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A script that Redis runs as one step, on its own clock. It is sent once and then named by its SHA-1. */
public final class RedisScript {
    /** A limit is not worth waiting for: after this, this process counts. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final ReactiveRedisDataSource redis;
    private final String text;
    private final String id;

    public RedisScript(ReactiveRedisDataSource redis, String text) {
        this.redis = redis;
        this.text = text;
        this.id = sha1(text);
    }

    /** The numbers that the script answers; any failure means that Redis could not be asked. */
    public Uni<long[]> run(String key, long... arguments) {
        return redis.execute("EVALSHA", words(id, key, arguments))
                .onFailure(RedisScript::isUnknown)
                .recoverWithUni(() -> redis.execute("EVAL", words(text, key, arguments)))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .map(RedisScript::numbers);
    }

    private static boolean isUnknown(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("NOSCRIPT");
    }

    private static String[] words(String script, String key, long... arguments) {
        List<String> words = new ArrayList<>(List.of(script, "1", key));
        Arrays.stream(arguments).mapToObj(Long::toString).forEach(words::add);
        return words.toArray(String[]::new);
    }

    private static long[] numbers(Response answer) {
        long[] numbers = new long[answer.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Long.parseLong(answer.get(i).toString(StandardCharsets.US_ASCII));
        }
        return numbers;
    }

    /** Redis names scripts by SHA-1; nothing secret hangs on it. */
    private static String sha1(String script) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
