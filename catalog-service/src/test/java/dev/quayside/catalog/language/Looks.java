package dev.quayside.catalog.language;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks when a test wants it. */
@ApplicationScoped
public class Looks {
    private final LanguageRows rows;

    Looks(LanguageRows rows) {
        this.rows = rows;
    }

    /** Whether all products are there in a language. */
    public boolean lookAt(String key) {
        rows.look(key);
        return rows.areThere(key);
    }
}
