package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of tags or categories: all of them anew, or some of them taken away and some put behind the others.
 *
 * @param set all of them; empty for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LabelChange(
        @Nullable @Size(max = 50)
        List<@NotNull @Size(min = 1, max = 120) @Pattern(regexp = Formats.TAG, message = TEXT) String> set,

        @Nullable @Size(min = 1, max = 50)
        List<@NotNull @Size(min = 1, max = 120) @Pattern(regexp = Formats.TAG, message = TEXT) String> add,

        @Nullable @Size(min = 1, max = 50)
        List<@NotNull @Size(min = 1, max = 120) @Pattern(regexp = Formats.TAG, message = TEXT) String> remove) {
    private static final String TEXT =
            "must be one line of text without commas that neither starts nor ends with a space";

    /** Whether it is one of the two kinds. */
    boolean hasOneKind() {
        return (set == null) != (add == null && remove == null);
    }

    /** All that it brings. */
    List<String> brought() {
        return Stream.of(set, add)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    /** The labels as they are to be; two of the same key are the same. */
    List<String> apply(List<String> current, Function<String, String> key) {
        if (set != null) {
            return set;
        }
        Set<String> gone = Objects.requireNonNullElse(remove, List.<String>of()).stream()
                .map(key)
                .collect(Collectors.toSet());
        List<String> labels = new ArrayList<>(current.stream()
                .filter(label -> !gone.contains(key.apply(label)))
                .toList());
        Set<String> there = labels.stream().map(key).collect(Collectors.toCollection(HashSet::new));
        for (String label : Objects.requireNonNullElse(add, List.<String>of())) {
            if (there.add(key.apply(label))) {
                labels.add(label);
            }
        }
        return labels;
    }
}
