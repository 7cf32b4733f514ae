package dev.quayside.catalog.language;

import org.jspecify.annotations.Nullable;

/** The texts of a thing in one language; any of them may be left out. */
public interface Text<T> {
    /** The same without texts that are empty; null when there is none. */
    @Nullable
    T orNone();
}
