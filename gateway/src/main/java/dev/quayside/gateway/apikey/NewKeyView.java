package dev.quayside.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A key with a secret that was just made: the one time that it is shown. */
record NewKeyView(@JsonUnwrapped ApiKeyView view, String key) {
    /** Without the secret: an answer may end up in a log. */
    @Override
    public String toString() {
        return "NewKeyView[" + view.id() + "]";
    }
}
