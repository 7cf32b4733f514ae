package dev.quayside.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.extension.Access;
import dev.quayside.gateway.extension.Extension;
import dev.quayside.gateway.extension.Extensions;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemCode;
import dev.quayside.kit.problem.ProblemException;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private static final RouteTable TABLE = new RouteTable(new Extensions(List.of(
            new Extension("chat", List.of(URI.create("http://10.0.0.5:9000")), Access.PUBLIC),
            new Extension("catalog", List.of(URI.create("http://10.0.0.6:9000")), Access.STAFF))));

    @ParameterizedTest
    @CsvSource({
        "/v1/products, CATALOG",
        "/v1/products/linen-shirt, CATALOG",
        "/v1/search/suggest?q=mug, CATALOG",
        "/v1/admin/search/synonyms, CATALOG",
        "/v1/products?limit=1&q=%2F, CATALOG",
        "/v1/categories, CATALOG",
        "/v1/collections/summer, CATALOG",
        "/v1/admin/collections/1, CATALOG",
        "/v1/admin/deleted-products/1/restore, CATALOG",
        "/v1/admin/products/by-key/linen, CATALOG",
        "/v1/admin/products:bulk, CATALOG",
        "/v1/admin/imports/1/errors, CATALOG",
        "/v1/admin/product-edits/1/results, CATALOG",
        "/v1/admin/exports?format=csv, CATALOG",
        "/v1/admin/media, CATALOG",
        "/v1/media/0123abcd/640.webp, CATALOG",
        "/v1/admin/categories/1, CATALOG",
        "/v1/admin/stock/A%20B/adjust, CATALOG",
        "/v1/carts/7d4c4f6e/items/LINEN-M, ORDER",
        "/v1/orders, ORDER",
        "/v1/admin/orders/1/cancel, ORDER",
        "/v1/admin/audit, ORDER",
        "/v1/admin/payments/1, PAYMENT",
        "/v1/admin/orders/1/refunds, ORDER",
        "/v1/admin/orders/1/capture, ORDER",
        "/v1/admin/disputes, PAYMENT",
        "/v1/admin/stripe-events/evt_1/replay, PAYMENT",
        "/v1/webhooks/stripe, PAYMENT",
        "/v1/auth/login, GATEWAY",
        "/v1/admin/signing-keys, GATEWAY",
        "/v1/admin/signing-keys/rotate, GATEWAY",
        "/v1/customers/me, GATEWAY",
        "/v1/auth/staff/login, GATEWAY",
        "/v1/admin/users/1/disable, GATEWAY",
        "/v1/admin/roles/support, GATEWAY",
        "/v1/admin/customers/1/disable, GATEWAY",
        "/v1/products/mug/reviews/mine, CATALOG",
        "/v1/reviews/1/helpful, CATALOG",
        "/v1/admin/reviews/1/approve, CATALOG",
        "/v1/admin/api-keys/1/rotate, GATEWAY",
        "/v1/admin/scopes, GATEWAY",
        "/oauth/token, GATEWAY",
        "/.well-known/jwks.json, GATEWAY",
        "/openapi.json, GATEWAY",
        "/docs/swagger-ui.css, GATEWAY",
        "/q/health/ready, GATEWAY",
    })
    void publicPathsLeadToTheirService(String path, String destination) {
        Route route = TABLE.decide(Listener.PUBLIC, RequestTarget.of(path));
        assertThat(route.destination().label()).isEqualToIgnoringCase(destination);
        assertThat(route.rewrite(RequestTarget.of(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/v1/quotes, CATALOG, /internal/v1/quotes",
        "/internal/v1/reservations/1/commit, CATALOG, /internal/v1/reservations/1/commit",
        "/internal/v1/payments/1/refunds/2, PAYMENT, /internal/v1/payments/1/refunds/2",
        "/internal/v1/payment-events/1, ORDER, /internal/v1/payment-events/1",
        "/internal/v1/purchases, ORDER, /internal/v1/purchases",
        "/internal/v1/audit/catalog/invariants, CATALOG, /internal/v1/audit/invariants",
        "/internal/v1/audit/payment/payments?after=1, PAYMENT, /internal/v1/audit/payments?after=1",
        "/internal/v1/audit/order/orders, ORDER, /internal/v1/audit/orders",
        "/oauth/token, GATEWAY, /oauth/token",
        "/.well-known/jwks.json, GATEWAY, /.well-known/jwks.json",
        "/q/metrics, GATEWAY, /q/metrics",
    })
    void internalPathsLeadToTheirServiceUnderItsOwnPath(String path, String destination, String target) {
        Route route = TABLE.decide(Listener.INTERNAL, RequestTarget.of(path));
        assertThat(route.destination().label()).isEqualToIgnoringCase(destination);
        assertThat(route.rewrite(RequestTarget.of(path))).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/extensions/chat, chat, /",
        "/v1/extensions/chat?room=1, chat, /?room=1",
        "/v1/extensions/chat/, chat, /",
        "/v1/extensions/chat/rooms/1?x=%2F, chat, /rooms/1?x=%2F",
        "/v1/extensions/chat/rooms/internal, chat, /rooms/internal",
        "/v1/extensions/chat/internals, chat, /internals",
        "/v1/extensions/catalog/v1/products, catalog, /v1/products",
    })
    void anExtensionKnowsNothingOfWhereItIsMounted(String path, String extension, String target) {
        Route route = TABLE.decide(Listener.PUBLIC, RequestTarget.of(path));
        assertThat(route.destination()).isEqualTo(Destination.extension(extension));
        assertThat(route.label()).isEqualTo("/v1/extensions/" + extension + "/*");
        assertThat(route.rewrite(RequestTarget.of(path))).isEqualTo(target);
    }

    @Test
    void whereAnExtensionSendsItsClientIsBelowItsMount() {
        Route chat = TABLE.decide(Listener.PUBLIC, RequestTarget.of("/v1/extensions/chat/rooms"));
        assertThat(chat.outside("/rooms/1")).isEqualTo("/v1/extensions/chat/rooms/1");
        assertThat(chat.outside("//elsewhere.example/")).isEqualTo("//elsewhere.example/");
        assertThat(chat.outside("https://elsewhere.example/")).isEqualTo("https://elsewhere.example/");
        Route carts = TABLE.decide(Listener.PUBLIC, RequestTarget.of("/v1/carts"));
        assertThat(carts.outside("/v1/carts/1")).isEqualTo("/v1/carts/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/extensions",
                "/v1/extensions/",
                "/v1/extensions/other",
                "/v1/extensions/chatter",
                "/v1/extensions/Chat",
                "/v1/extensions/%63hat",
                "/v1/extensions//chat",
                "/v1/extensions/chat//rooms",
                "/v1/extensions/chat;x/rooms",
                "/v1/extensions/chat/;/internal",
                "/v1/extensions/chat/internal",
                "/v1/extensions/chat/internal/v1/quotes",
                "/v1/extensions/chat/Internal/",
                "/v1/extensions/chat/%69nternal/x",
                "/v1/extensions/chat/%49%4e%54%45%52%4e%41%4c",
                "/v1/extensions/chat//internal",
            })
    void whatIsNoExtensionsOrInternalToItDoesNotExist(String path) {
        assertRefused(Listener.PUBLIC, path, CommonProblem.NOT_FOUND);
        assertRefused(Listener.INTERNAL, path, CommonProblem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/extensions/chat/..",
                "/v1/extensions/chat/%2e%2e/internal",
                "/v1/extensions/chat/..;/internal",
                "/v1/extensions/chat%2finternal",
                "/v1/extensions/chat/x/../internal",
            })
    void aPathOfAnExtensionThatCanBeReadInTwoWaysIsRefused(String path) {
        assertRefused(Listener.PUBLIC, path, CommonProblem.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/productsx",
                "/V1/products",
                "/v1/Products",
                "/v1//products",
                "//v1/products",
                "/v1/products;a=b",
                "/v1/products;/x",
                "/v1/products/%3bx",
                "/v1/%70roducts",
                "/internal",
                "/internal/v1/quotes",
                "/Internal/v1/quotes",
                "/INTERNAL/v1/quotes",
                "/internal;/v1/quotes",
                "/internal;x=y/v1/quotes",
                "//internal/v1/quotes",
                "/internal//v1/quotes",
                "/%69nternal/v1/quotes",
                "/v1/admin",
                "/v1/admin/user",
                "/v1/auth/staff",
                "/v1/auth/staff/login/more",
                "/v1/admin/scopes/more",
                "/v1/webhooks",
                "/v1/webhooks/stripe/more",
                "/v1/auth/login/more",
                "/q/metrics",
                "/q/dev-ui",
                "/webjars/swagger-ui/5.34.1/index.html",
            })
    void whatIsNotInThePublicTableDoesNotExist(String path) {
        assertRefused(Listener.PUBLIC, path, CommonProblem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/auth/login", "/docs", "/internal/v1/audit/invariants", "/internal"})
    void whatIsNotInTheInternalTableDoesNotExist(String path) {
        assertRefused(Listener.INTERNAL, path, CommonProblem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://localhost/v1/products",
                "v1/products",
                "/v1/products/..",
                "/v1/products/../../internal/v1/quotes",
                "/v1/products/./x",
                "/v1/products/%2e%2e/internal",
                "/v1/products/%2E./internal",
                "/v1/products/..;/internal",
                "/v1/products/..%3binternal/x",
                "/v1/products%2finternal",
                "/internal%2Fv1/quotes",
                "/v1/products\\..\\internal",
                "/v1/products/%5c",
                "/v1/products/%00",
                "/v1/products/%0d%0aX: y",
                "/v1/products/%0a",
                "/v1/products/%7f",
                "/v1/products/%",
                "/v1/products/%4",
                "/v1/products/%zz",
                "/v1/products/ü",
                "/v1/products/a b",
                "/v1/products#x",
            })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        for (Listener listener : Listener.values()) {
            assertRefused(listener, path, CommonProblem.MALFORMED_REQUEST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/admin/media, 22020096, /v1/admin/media",
        "/v1/admin/media/order, 1048576, /v1/admin/media/*",
        "/v1/admin/products, 1048576, /v1/admin/products/*",
        "/v1/media/0123abcd/640.webp, 65536, /v1/media/*",
    })
    void onlyUploadsMayBeLarge(String path, long most, String label) {
        Route route = TABLE.decide(Listener.PUBLIC, RequestTarget.of(path));
        assertThat(route.maxBody()).isEqualTo(most);
        assertThat(route.label()).isEqualTo(label);
    }

    @Test
    void anEscapeOfAnEscapeIsPlainTextForEveryone() {
        String path = "/v1/products/%252e%252e";
        assertThat(TABLE.decide(Listener.PUBLIC, RequestTarget.of(path)).rewrite(RequestTarget.of(path)))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @EnumSource(Listener.class)
    void aPathOfEndlessLengthIsRefused(Listener listener) {
        assertRefused(listener, "/v1/products/" + "x".repeat(3_988), GatewayProblem.URI_TOO_LONG);
    }

    private static void assertRefused(Listener listener, String path, ProblemCode code) {
        assertThatThrownBy(() -> TABLE.decide(listener, RequestTarget.of(path)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/admin/products, 1048576, false",
        "/v1/admin/products:bulk, 134217728, true",
        "/v1/admin/imports, 268435456, true",
        "/v1/admin/exports, 1048576, true",
    })
    void streamsOfProductsMayBeLargeAndSlow(String path, long maxBody, boolean slow) {
        Route route = TABLE.decide(Listener.PUBLIC, RequestTarget.of(path));
        assertThat(route.maxBody()).isEqualTo(maxBody);
        assertThat(route.answerWithin().isPresent()).isEqualTo(slow);
    }
}
