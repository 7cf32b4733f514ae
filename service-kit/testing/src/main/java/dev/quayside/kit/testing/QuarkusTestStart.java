package dev.quayside.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Prepares REST Assured for each Quarkus test; found as a service. */
public final class QuarkusTestStart implements QuarkusTestBeforeClassCallback, QuarkusTestBeforeEachCallback {
    @Override
    public void beforeClass(Class<?> testClass) {
        CompiledPaths.use();
    }

    /**
     * Quarkus has every answer kept for the report of a test that fails, laid out over many lines. That took more of a run than reading
     * the answers did; as they came they say the same.
     */
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.config = RestAssured.config()
                .logConfig(RestAssured.config().getLogConfig().enablePrettyPrinting(false));
    }
}
