package dev.quayside.endtoend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** The log of who changed what. */
public final class AuditLog {
    /** A step that was killed is taken over after twenty seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private AuditLog() {}

    /** The one entry of an action on a subject, once it has arrived. */
    public static JsonPath awaitOne(String action, String subjectId) {
        await(action + " of " + subjectId)
                .atMost(LONGEST)
                .until(() -> page(action, subjectId).getList("data").size() > 0);
        JsonPath page = page(action, subjectId);
        assertThat(page.getList("data")).hasSize(1);
        return page.setRootPath("data[0]");
    }

    private static JsonPath page(String action, String subjectId) {
        return Http.admin()
                .get("/v1/admin/audit-log?action={action}&subjectId={subjectId}", action, subjectId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
