package dev.quayside.catalog.storefront;

import jakarta.enterprise.context.RequestScoped;

/** How many statements this request has sent to the database. */
@RequestScoped
class SqlOfRequest {
    private int statements;

    void one() {
        statements++;
    }

    int statements() {
        return statements;
    }
}
