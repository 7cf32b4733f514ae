package dev.quayside.stripe.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list shall contain: fields that equal a value, a range of creation times (seconds, both ends included) and where
 * to start. {@code after} goes on towards older objects, {@code before} towards newer ones.
 */
public record Selection(
        Map<String, String> equal,
        Predicate<Document> matching,
        long createdFrom,
        long createdTo,
        @Nullable String after,
        @Nullable String before,
        int limit) {

    public static Selection first(int limit) {
        return new Selection(Map.of(), document -> true, Long.MIN_VALUE, Long.MAX_VALUE, null, null, limit);
    }

    public Selection where(String field, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new HashMap<>(equal);
        more.put(field, value);
        return new Selection(Map.copyOf(more), matching, createdFrom, createdTo, after, before, limit);
    }

    public Selection matching(Predicate<Document> condition) {
        return new Selection(equal, matching.and(condition), createdFrom, createdTo, after, before, limit);
    }

    public Selection created(long from, long to) {
        return new Selection(equal, matching, from, to, after, before, limit);
    }

    public Selection from(@Nullable String startingAfter, @Nullable String endingBefore) {
        return new Selection(equal, matching, createdFrom, createdTo, startingAfter, endingBefore, limit);
    }

    String valueOf(String field) {
        return equal.getOrDefault(field, "");
    }

    /** True once a list that runs towards older objects can end. */
    boolean isPast(Document document) {
        return document.created() < createdFrom;
    }

    boolean includes(Document document) {
        return document.created() >= createdFrom
                && document.created() <= createdTo
                && equal.entrySet().stream().allMatch(entry -> document.is(entry.getKey(), entry.getValue()))
                && matching.test(document);
    }
}
