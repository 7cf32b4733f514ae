package dev.quayside.stripe.store;

import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Ids by the value of a field, kept in step with the documents; keys sort by field, value and id. */
final class Index {
    private static final char SEPARATOR = '\u0001';

    private final MVMap<String, String> entries;
    private final List<String> fields;

    Index(MVMap<String, String> entries, List<String> fields) {
        this.entries = entries;
        this.fields = fields;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean covers(String field) {
        return fields.contains(field);
    }

    MVMap<String, String> entries() {
        return entries;
    }

    String prefix(String field, String value) {
        return field + SEPARATOR + value + SEPARATOR;
    }

    void update(@Nullable Document before, @Nullable Document after) {
        for (String field : fields) {
            String old = key(field, before);
            String now = key(field, after);
            if (Objects.equals(old, now)) {
                continue;
            }
            if (old != null) {
                entries.remove(old);
            }
            if (now != null) {
                entries.put(now, "");
            }
        }
    }

    private @Nullable String key(String field, @Nullable Document document) {
        String value = document == null ? null : document.text(field);
        return document == null || value == null ? null : prefix(field, value) + document.id();
    }
}
