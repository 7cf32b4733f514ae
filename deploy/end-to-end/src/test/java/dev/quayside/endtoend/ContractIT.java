package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the contract says may be asked for is understood. */
@EndToEnd
class ContractIT {
    private static final Set<String> CUSTOMERS =
            Set.of("listOwnOrders", "listOwnReviews", "listPaymentMethods", "listSessions");

    @TestFactory
    Stream<DynamicTest> everyDocumentedQueryIsTaken() {
        String sku = Admin.product(1);
        String order = Buyer.with(sku, 1).order().id();
        String run = ReconciliationIT.run();
        String edit = trialEdit();
        Customer customer = Customer.register();
        return Contract.operations().stream()
                .filter(operation -> !operation.queries().isEmpty())
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    String path = operation
                            .path()
                            .replace("{sku}", sku)
                            .replace("{id}", operation.path().startsWith("/v1/admin/product-edits/") ? edit : order)
                            .replace("{runId}", run)
                            .replace("{idOrSlug}", sku.toLowerCase(java.util.Locale.ROOT));
                    for (String query : operation.queries()) {
                        Response answer = caller(operation, customer)
                                .urlEncodingEnabled(!path.contains(":"))
                                .request(operation.method(), path + "?" + query);
                        assertThat(answer.statusCode())
                                .as(query + ": " + answer.asString())
                                .isEqualTo(200);
                    }
                }));
    }

    /** An edit of many products that changes none, and its id. */
    private static String trialEdit() {
        return Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"filter": {"tag": "none has it"}, "edit": {"brand": "Harbour"}, "dryRun": true}""")
                .post("/v1/admin/product-edits")
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
    }

    private static RequestSpecification caller(Contract.Operation operation, Customer customer) {
        if (operation.path().contains("/admin/")) {
            return Http.admin();
        }
        return CUSTOMERS.contains(operation.id()) ? customer.request() : Http.shop();
    }
}
