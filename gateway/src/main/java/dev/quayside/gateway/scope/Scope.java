package dev.quayside.gateway.scope;

import java.util.Arrays;
import java.util.List;

/** Every right that staff and scripts can have, by the name that tokens carry. The services' own scopes are not among them. */
public enum Scope {
    CATALOG_READ("catalog:read", "Read products and categories, drafts and archived ones too"),
    CATALOG_WRITE("catalog:write", "Create, change and remove products and categories"),
    STOCK_READ("stock:read", "Read stock and its movements"),
    STOCK_WRITE("stock:write", "Adjust, count and move stock, and keep its locations"),
    REVIEWS_READ("reviews:read", "Read all reviews, those that are not published too"),
    REVIEWS_WRITE("reviews:write", "Approve, reject, answer and remove reviews"),
    ORDERS_READ("orders:read", "Read all orders and their refunds"),
    ORDERS_WRITE("orders:write", "Cancel orders"),
    REFUNDS_WRITE("refunds:write", "Refund orders, in whole or in part"),
    PAYMENTS_CAPTURE("payments:capture", "Charge orders that were authorised"),
    PAYMENTS_READ("payments:read", "Read payments, disputes, Stripe's events and reconciliations"),
    PAYMENTS_REPAIR("payments:repair", "Replay Stripe's events, start reconciliations and repair what they find"),
    CUSTOMERS_READ("customers:read", "Read customers' accounts, never their passwords"),
    CUSTOMERS_WRITE("customers:write", "Open, disable, enable and erase customers' accounts"),
    AUDIT_READ("audit:read", "Run the audit of stock, orders and money"),
    AUDIT_LOG_READ("audit-log:read", "Read who changed what"),
    USERS_READ("users:read", "Read staff users and roles"),
    USERS_WRITE("users:write", "Invite, change, disable and delete staff users, and change roles"),
    API_KEYS_READ("api-keys:read", "Read API keys, never their secrets"),
    API_KEYS_WRITE("api-keys:write", "Create, change, rotate and revoke API keys"),
    SIGNING_KEYS_READ("signing-keys:read", "See which keys sign tokens"),
    SIGNING_KEYS_WRITE("signing-keys:write", "Rotate and withdraw the keys that sign tokens");

    private final String text;
    private final String meaning;

    Scope(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The scope as tokens carry it. */
    public String text() {
        return text;
    }

    /** What it allows, for people. */
    public String meaning() {
        return meaning;
    }

    /** All of them, as tokens carry them. */
    public static List<String> all() {
        return Arrays.stream(values()).map(Scope::text).toList();
    }
}
