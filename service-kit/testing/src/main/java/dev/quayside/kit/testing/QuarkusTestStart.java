package dev.quayside.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/** Prepares the class loader of each Quarkus test; found as a service. */
public final class QuarkusTestStart implements QuarkusTestBeforeClassCallback {
    @Override
    public void beforeClass(Class<?> testClass) {
        CompiledPaths.use();
    }
}
