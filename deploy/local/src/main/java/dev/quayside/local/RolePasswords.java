package dev.quayside.local;

import dev.quayside.local.secret.Secret;
import dev.quayside.local.secret.Secrets;
import java.util.Map;

/** The password of each database role; made by the launcher, letters and digits only. */
public record RolePasswords(Map<String, String> byRole) {
    static final String SUPERUSER = "postgres";

    /** One password for every role: for tests, whose database ends with them. */
    public static RolePasswords forTests() {
        return new RolePasswords(Map.of(
                "catalog",
                "catalog",
                "orders",
                "orders",
                "payments",
                "payments",
                "identity",
                "identity",
                SUPERUSER,
                "postgres"));
    }

    /** The passwords of a shop that keeps its data. */
    static RolePasswords of(Secrets secrets) {
        return new RolePasswords(Map.of(
                "catalog",
                secrets.of(Secret.CATALOG_ROLE),
                "orders",
                secrets.of(Secret.ORDERS_ROLE),
                "payments",
                secrets.of(Secret.PAYMENTS_ROLE),
                "identity",
                secrets.of(Secret.IDENTITY_ROLE),
                SUPERUSER,
                secrets.of(Secret.POSTGRES_ROLE)));
    }

    String of(String role) {
        String password = byRole.get(role);
        if (password == null || !password.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("no usable password for database role " + role);
        }
        return password;
    }

    /** Never the passwords: this may reach a log. */
    @Override
    public String toString() {
        return "RolePasswords" + byRole.keySet();
    }
}
