package dev.quayside.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the contract × every kind of caller. An operation without a row here fails. */
@EndToEnd
class AuthorisationIT {
    /** Who may call: what a caller without the right gets. */
    private enum Access {
        /** Anybody; a token that is sent is not looked at. */
        OPEN,
        /** Anybody without a token, or with a good one. */
        PUBLIC,
        /** A signed-in customer; nobody else. */
        CUSTOMER,
        /** Whoever knows the resource's secret; it does not exist for others. */
        SECRET,
        /** Staff and scripts with the scope. */
        STAFF,
        /** Callers with credentials of another kind than a bearer token. */
        OWN_CREDENTIALS
    }

    private static final Map<String, Access> TABLE = Map.ofEntries(
            entry("registerCustomer", Access.OPEN),
            entry("login", Access.OWN_CREDENTIALS),
            entry("refresh", Access.OWN_CREDENTIALS),
            entry("logout", Access.OPEN),
            entry("loginStaff", Access.OWN_CREDENTIALS),
            entry("acceptStaffInvitation", Access.OWN_CREDENTIALS),
            entry("listSignInProviders", Access.OPEN),
            entry("beginProviderSignIn", Access.OPEN),
            entry("endProviderSignIn", Access.OPEN),
            entry("exchangeSignInCode", Access.OWN_CREDENTIALS),
            entry("listIdentities", Access.CUSTOMER),
            entry("linkIdentity", Access.CUSTOMER),
            entry("unlinkIdentity", Access.CUSTOMER),
            entry("getOwnCustomer", Access.CUSTOMER),
            entry("renameOwnCustomer", Access.CUSTOMER),
            entry("deleteOwnCustomer", Access.CUSTOMER),
            entry("exportOwnData", Access.CUSTOMER),
            entry("verifyEmail", Access.OPEN),
            entry("mailVerification", Access.CUSTOMER),
            entry("forgotPassword", Access.OPEN),
            entry("resetPassword", Access.OPEN),
            entry("changePassword", Access.CUSTOMER),
            entry("changeEmail", Access.CUSTOMER),
            entry("listAddresses", Access.CUSTOMER),
            entry("addAddress", Access.CUSTOMER),
            entry("getAddress", Access.CUSTOMER),
            entry("replaceAddress", Access.CUSTOMER),
            entry("deleteAddress", Access.CUSTOMER),
            entry("listSessions", Access.CUSTOMER),
            entry("endOtherSessions", Access.CUSTOMER),
            entry("endSession", Access.CUSTOMER),
            entry("issueServiceToken", Access.OWN_CREDENTIALS),
            entry("getSigningKeys", Access.OPEN),
            entry("getOpenIdConfiguration", Access.OPEN),
            entry("listProducts", Access.PUBLIC),
            entry("getProduct", Access.PUBLIC),
            entry("listCategories", Access.PUBLIC),
            entry("getCategory", Access.PUBLIC),
            entry("listCollections", Access.PUBLIC),
            entry("getCollection", Access.PUBLIC),
            entry("suggest", Access.PUBLIC),
            entry("getImage", Access.OPEN),
            entry("createCart", Access.PUBLIC),
            entry("getCart", Access.SECRET),
            entry("setCartItem", Access.SECRET),
            entry("removeCartItem", Access.SECRET),
            entry("checkout", Access.SECRET),
            entry("listOwnOrders", Access.CUSTOMER),
            entry("getOrder", Access.SECRET),
            entry("getOrderPayment", Access.SECRET),
            entry("cancelOrder", Access.SECRET),
            entry("adminListProducts", Access.STAFF),
            entry("createProduct", Access.STAFF),
            entry("adminGetProduct", Access.STAFF),
            entry("updateProduct", Access.STAFF),
            entry("deleteProduct", Access.STAFF),
            entry("upsertProduct", Access.STAFF),
            entry("bulkUpsertProducts", Access.STAFF),
            entry("listImports", Access.STAFF),
            entry("createImport", Access.STAFF),
            entry("getImport", Access.STAFF),
            entry("getImportErrors", Access.STAFF),
            entry("getImportChanges", Access.STAFF),
            entry("pauseImport", Access.STAFF),
            entry("resumeImport", Access.STAFF),
            entry("cancelImport", Access.STAFF),
            entry("listProductEdits", Access.STAFF),
            entry("createProductEdit", Access.STAFF),
            entry("getProductEdit", Access.STAFF),
            entry("listProductEditResults", Access.STAFF),
            entry("pauseProductEdit", Access.STAFF),
            entry("resumeProductEdit", Access.STAFF),
            entry("cancelProductEdit", Access.STAFF),
            entry("exportProducts", Access.STAFF),
            entry("listDeletedProducts", Access.STAFF),
            entry("restoreProduct", Access.STAFF),
            entry("listMedia", Access.STAFF),
            entry("uploadMedia", Access.STAFF),
            entry("getMedia", Access.STAFF),
            entry("updateMedia", Access.STAFF),
            entry("deleteMedia", Access.STAFF),
            entry("orderMedia", Access.STAFF),
            entry("adminListCategories", Access.STAFF),
            entry("createCategory", Access.STAFF),
            entry("adminGetCategory", Access.STAFF),
            entry("updateCategory", Access.STAFF),
            entry("deleteCategory", Access.STAFF),
            entry("orderCategories", Access.STAFF),
            entry("adminListCollections", Access.STAFF),
            entry("createCollection", Access.STAFF),
            entry("adminGetCollection", Access.STAFF),
            entry("updateCollection", Access.STAFF),
            entry("deleteCollection", Access.STAFF),
            entry("adminListSynonyms", Access.STAFF),
            entry("createSynonyms", Access.STAFF),
            entry("adminGetSynonyms", Access.STAFF),
            entry("replaceSynonyms", Access.STAFF),
            entry("deleteSynonyms", Access.STAFF),
            entry("adminGetStopWords", Access.STAFF),
            entry("replaceStopWords", Access.STAFF),
            entry("listPopularQueries", Access.STAFF),
            entry("getBlockedQueries", Access.STAFF),
            entry("replaceBlockedQueries", Access.STAFF),
            entry("getStock", Access.STAFF),
            entry("adjustStock", Access.STAFF),
            entry("countStock", Access.STAFF),
            entry("listStockLocations", Access.STAFF),
            entry("createStockLocation", Access.STAFF),
            entry("getStockLocation", Access.STAFF),
            entry("patchStockLocation", Access.STAFF),
            entry("deleteStockLocation", Access.STAFF),
            entry("listStockTransfers", Access.STAFF),
            entry("transferStock", Access.STAFF),
            entry("getStockTransfer", Access.STAFF),
            entry("getStockAllocation", Access.STAFF),
            entry("listStockAlerts", Access.STAFF),
            entry("getStockAlert", Access.STAFF),
            entry("acknowledgeStockAlert", Access.STAFF),
            entry("listStockAlertEvents", Access.STAFF),
            entry("listStockTakes", Access.STAFF),
            entry("createStockTake", Access.STAFF),
            entry("getStockTake", Access.STAFF),
            entry("getStockTakeErrors", Access.STAFF),
            entry("getStockTakeChanges", Access.STAFF),
            entry("pauseStockTake", Access.STAFF),
            entry("resumeStockTake", Access.STAFF),
            entry("cancelStockTake", Access.STAFF),
            entry("listStockMovements", Access.STAFF),
            entry("adminListOrders", Access.STAFF),
            entry("adminGetOrder", Access.STAFF),
            entry("adminCancelOrder", Access.STAFF),
            entry("captureOrder", Access.STAFF),
            entry("listRefunds", Access.STAFF),
            entry("createRefund", Access.STAFF),
            entry("getRefund", Access.STAFF),
            entry("listDisputes", Access.STAFF),
            entry("getDispute", Access.STAFF),
            entry("listStripeEvents", Access.STAFF),
            entry("getStripeEvent", Access.STAFF),
            entry("replayStripeEvent", Access.STAFF),
            entry("listPaymentMethods", Access.CUSTOMER),
            entry("setUpPaymentMethod", Access.CUSTOMER),
            entry("getPaymentMethod", Access.CUSTOMER),
            entry("removePaymentMethod", Access.CUSTOMER),
            entry("makePaymentMethodDefault", Access.CUSTOMER),
            entry("listReconciliations", Access.STAFF),
            entry("startReconciliation", Access.STAFF),
            entry("getReconciliation", Access.STAFF),
            entry("listMismatches", Access.STAFF),
            entry("getMismatch", Access.STAFF),
            entry("repairMismatch", Access.STAFF),
            entry("listSigningKeys", Access.STAFF),
            entry("rotateSigningKeys", Access.STAFF),
            entry("deleteSigningKey", Access.STAFF),
            entry("runAudit", Access.STAFF),
            entry("listAuditLog", Access.STAFF),
            entry("getAuditEntry", Access.STAFF),
            entry("adminGetPayment", Access.STAFF),
            entry("listScopes", Access.STAFF),
            entry("listApiKeys", Access.STAFF),
            entry("createApiKey", Access.STAFF),
            entry("getApiKey", Access.STAFF),
            entry("updateApiKey", Access.STAFF),
            entry("revokeApiKey", Access.STAFF),
            entry("rotateApiKey", Access.STAFF),
            entry("listRoles", Access.STAFF),
            entry("createRole", Access.STAFF),
            entry("getRole", Access.STAFF),
            entry("putRole", Access.STAFF),
            entry("deleteRole", Access.STAFF),
            entry("listUsers", Access.STAFF),
            entry("createUser", Access.STAFF),
            entry("getUser", Access.STAFF),
            entry("updateUser", Access.STAFF),
            entry("deleteUser", Access.STAFF),
            entry("disableUser", Access.STAFF),
            entry("enableUser", Access.STAFF),
            entry("inviteUser", Access.STAFF),
            entry("listCustomers", Access.STAFF),
            entry("createCustomer", Access.STAFF),
            entry("getCustomer", Access.STAFF),
            entry("eraseCustomer", Access.STAFF),
            entry("disableCustomer", Access.STAFF),
            entry("enableCustomer", Access.STAFF),
            entry("listReviews", Access.PUBLIC),
            entry("getOwnReview", Access.CUSTOMER),
            entry("writeOwnReview", Access.CUSTOMER),
            entry("deleteOwnReview", Access.CUSTOMER),
            entry("listOwnReviews", Access.CUSTOMER),
            entry("findReviewHelpful", Access.CUSTOMER),
            entry("takeBackReviewVote", Access.CUSTOMER),
            entry("listAllReviews", Access.STAFF),
            entry("getReview", Access.STAFF),
            entry("deleteReview", Access.STAFF),
            entry("approveReview", Access.STAFF),
            entry("rejectReview", Access.STAFF),
            entry("answerReview", Access.STAFF),
            entry("withdrawReviewAnswer", Access.STAFF),
            entry("receiveStripeEvent", Access.OWN_CREDENTIALS));

    @Test
    void everyOperationHasARow() {
        assertThat(TABLE.keySet())
                .isEqualTo(Contract.operations().stream()
                        .map(Contract.Operation::id)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> anonymous() {
        return rows((operation, access) -> {
            int status = call(operation, Http.shop());
            switch (access) {
                case OPEN, PUBLIC -> assertThat(status).isNotIn(401, 403).isLessThan(500);
                case CUSTOMER, STAFF -> assertThat(status).isEqualTo(401);
                case SECRET -> assertThat(status).isEqualTo(404);
                case OWN_CREDENTIALS -> assertThat(status).isIn(400, 401);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherCustomer() {
        Customer customer = Customer.register();
        return rows((operation, access) -> {
            int status = call(operation, customer.request());
            switch (access) {
                case OPEN, PUBLIC, CUSTOMER ->
                    assertThat(status).isNotIn(401, 403).isLessThan(500);
                case STAFF -> assertThat(status).isEqualTo(403);
                case SECRET -> assertThat(status).isEqualTo(404);
                case OWN_CREDENTIALS -> assertThat(status).isIn(400, 401);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> script() {
        return rows((operation, access) -> {
            int status = call(operation, Http.admin());
            switch (access) {
                case OPEN, PUBLIC, STAFF -> assertThat(status).isNotIn(401, 403).isLessThan(500);
                case CUSTOMER -> assertThat(status).isEqualTo(403);
                case SECRET -> assertThat(status).isEqualTo(404);
                case OWN_CREDENTIALS -> assertThat(status).isIn(400, 401);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> serviceTokenAndForgedTokensAreRefused() {
        String service = serviceToken();
        String[] parts = Customer.register().accessToken().split("\\.", -1);
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String swapped = parts[0] + "."
                + base64("{\"iss\":\"quayside\",\"aud\":\"quayside\",\"sub\":\"" + UUID.randomUUID()
                        + "\",\"exp\":4102444800,\"groups\":[\"staff\",\"catalog:write\"]}")
                + "." + parts[2];
        List<String> forged = List.of(service, none, swapped, "e30.e30.e30", "sk_" + "0".repeat(40));
        return rows((operation, access) -> {
            if (access != Access.OWN_CREDENTIALS && access != Access.OPEN) {
                for (String token : some(forged, operation)) {
                    assertThat(call(operation, Http.shop().header("Authorization", "Bearer " + token)))
                            .as(token.substring(0, 9))
                            .isEqualTo(401);
                }
            }
        });
    }

    /** Each operation sees two of them in every build, others than its neighbours, and all in the long run. */
    private static List<String> some(List<String> forged, Contract.Operation operation) {
        if (Boolean.getBoolean("quayside.soak")) {
            return forged;
        }
        int first = Math.floorMod(operation.id().hashCode(), forged.size());
        return List.of(forged.get(first), forged.get((first + 1) % forged.size()));
    }

    private static Stream<DynamicTest> rows(java.util.function.BiConsumer<Contract.Operation, Access> check) {
        return Contract.operations().stream()
                .filter(operation -> TABLE.containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> check.accept(operation, java.util.Objects.requireNonNull(TABLE.get(operation.id())))));
    }

    /** Calls an operation on things that do not exist, with the body of its example. */
    private static int call(Contract.Operation operation, RequestSpecification caller) {
        String path = operation
                .path()
                .replace("{sku}", "NO-SUCH-SKU")
                .replace("{slug}", "no-such-slug-" + UUID.randomUUID())
                .replaceAll("\\{[A-Za-z]+}", UUID.randomUUID().toString());
        RequestSpecification request =
                caller.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "*");
        if (operation.example() != null) {
            request.contentType(ContentType.JSON).body(fresh(operation));
        } else if (operation.upload()) {
            request.contentType(ContentType.MULTIPART).multiPart("file", "file.png", new byte[0]);
        }
        // A colon is sent as it is written: the gateway takes no other spelling of a path.
        Response answer = request.urlEncodingEnabled(!path.contains(":")).request(operation.method(), path);
        // A key's letters may be any; a word among them stands by itself.
        assertThat(answer.asString())
                .doesNotContain("dev.quayside", "Exception")
                .doesNotContainPattern("\\bSQL(STATE)?\\b");
        return answer.statusCode();
    }

    private static String fresh(Contract.Operation operation) {
        String unique = UUID.randomUUID().toString();
        return String.valueOf(operation.example())
                .replaceAll("\"(slug|sku)\":\"([^\"]{0,20})[^\"]*\"", "\"$1\":\"$2-" + unique + "\"")
                .replace("ada@example.com", unique + "@example.com");
    }

    private static String serviceToken() {
        return Http.shop()
                .contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic("order-service", clientSecret())
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** What the launcher made for order-service. */
    private static String clientSecret() {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(Shop.running().data().resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("client.order-service");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
