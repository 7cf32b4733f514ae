package dev.quayside.gateway.token;

import org.jspecify.annotations.Nullable;

/**
 * How to rotate.
 *
 * @param immediately whether the new key signs at once instead of after ten minutes; false when left out
 */
record RotateRequest(@Nullable Boolean immediately) {
    static final RotateRequest USUAL = new RotateRequest(false);

    boolean isImmediate() {
        return Boolean.TRUE.equals(immediately);
    }
}
