package dev.quayside.gateway.role;

import dev.quayside.gateway.scope.Scope;
import java.util.Arrays;
import java.util.List;

/** A role that every shop has. */
record BuiltInRole(String name, String description, List<String> scopes) {
    static final String OWNER = "owner";

    static final List<BuiltInRole> ALL = List.of(
            of(OWNER, "Everything. The shop never loses its last owner", Scope.values()),
            of(
                    "manager",
                    "Runs the shop: products, stock, reviews, orders, money back, customers; sees staff, keys and the log of changes",
                    Scope.CATALOG_READ,
                    Scope.CATALOG_WRITE,
                    Scope.STOCK_READ,
                    Scope.STOCK_WRITE,
                    Scope.REVIEWS_READ,
                    Scope.REVIEWS_WRITE,
                    Scope.ORDERS_READ,
                    Scope.ORDERS_WRITE,
                    Scope.REFUNDS_WRITE,
                    Scope.PAYMENTS_CAPTURE,
                    Scope.PAYMENTS_READ,
                    Scope.PAYMENTS_REPAIR,
                    Scope.CUSTOMERS_READ,
                    Scope.CUSTOMERS_WRITE,
                    Scope.AUDIT_READ,
                    Scope.AUDIT_LOG_READ,
                    Scope.USERS_READ,
                    Scope.API_KEYS_READ),
            of(
                    "merchandiser",
                    "Products, categories and stock",
                    Scope.CATALOG_READ,
                    Scope.CATALOG_WRITE,
                    Scope.STOCK_READ,
                    Scope.STOCK_WRITE),
            of(
                    "support",
                    "Helps customers: reads their accounts, orders and payments, cancels and refunds, answers reviews",
                    Scope.CATALOG_READ,
                    Scope.STOCK_READ,
                    Scope.REVIEWS_READ,
                    Scope.REVIEWS_WRITE,
                    Scope.ORDERS_READ,
                    Scope.ORDERS_WRITE,
                    Scope.REFUNDS_WRITE,
                    Scope.PAYMENTS_READ,
                    Scope.CUSTOMERS_READ),
            of(
                    "fulfilment",
                    "Sends what was ordered: reads orders, counts stock, charges what was authorised",
                    Scope.ORDERS_READ,
                    Scope.STOCK_READ,
                    Scope.STOCK_WRITE,
                    Scope.PAYMENTS_CAPTURE),
            of(
                    "accountant",
                    "Sees the money: orders, payments, disputes, reconciliations, the audit",
                    Scope.ORDERS_READ,
                    Scope.PAYMENTS_READ,
                    Scope.AUDIT_READ),
            of(
                    "viewer",
                    "Sees everything that is not about staff, keys or changes, and changes nothing",
                    Scope.CATALOG_READ,
                    Scope.STOCK_READ,
                    Scope.REVIEWS_READ,
                    Scope.ORDERS_READ,
                    Scope.PAYMENTS_READ,
                    Scope.CUSTOMERS_READ,
                    Scope.AUDIT_READ));

    private static BuiltInRole of(String name, String description, Scope... scopes) {
        return new BuiltInRole(
                name,
                description,
                Arrays.stream(scopes).map(Scope::text).sorted().toList());
    }
}
