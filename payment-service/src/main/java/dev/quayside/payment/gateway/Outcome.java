package dev.quayside.payment.gateway;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call to the processor ended in.
 *
 * @param kind what is known
 * @param valueOrNull the answer, when it succeeded
 * @param failureOrNull the reason, when it did not
 */
public record Outcome<T>(
        Kind kind, @Nullable T valueOrNull, @Nullable Failure failureOrNull) {
    /** What is known of a call. */
    public enum Kind {
        /** Done, and the answer is at hand. */
        SUCCEEDED,
        /** The card issuer said no. */
        DECLINED,
        /** The processor refused it for good; nothing was done. */
        REJECTED,
        /** Not done yet: the same key is under way, or the door was closed. Send it again. */
        PENDING,
        /** Perhaps done: only a reading, or the same key, can tell. */
        UNKNOWN
    }

    public static <T> Outcome<T> succeeded(T value) {
        return new Outcome<>(Kind.SUCCEEDED, value, null);
    }

    public static <T> Outcome<T> failed(Kind kind, Failure failure) {
        return new Outcome<>(kind, null, failure);
    }

    public boolean isSuccess() {
        return kind == Kind.SUCCEEDED;
    }

    /** Whether the processor has given its last word. */
    public boolean isFinal() {
        return switch (kind) {
            case SUCCEEDED, DECLINED, REJECTED -> true;
            case PENDING, UNKNOWN -> false;
        };
    }

    /** The answer of a call that succeeded; throws for any other. */
    public T value() {
        return Objects.requireNonNull(valueOrNull, "the call did not succeed");
    }

    /** The reason of a call that did not succeed; throws for one that did. */
    public Failure failure() {
        return Objects.requireNonNull(failureOrNull, "the call succeeded");
    }

    /** The same outcome with another answer. */
    public <R> Outcome<R> map(Function<T, R> change) {
        return isSuccess() ? succeeded(change.apply(value())) : failed(kind, failure());
    }
}
