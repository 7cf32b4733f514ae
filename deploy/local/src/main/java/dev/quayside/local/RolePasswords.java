package dev.quayside.local;

import java.util.Map;

/** The password of each database role; made by the launcher, letters and digits only. */
public record RolePasswords(Map<String, String> byRole) {

    /** One password for every role: for tests, whose database ends with them. */
    public static RolePasswords forTests() {
        return new RolePasswords(
                Map.of("catalog", "catalog", "orders", "orders", "payments", "payments", "identity", "identity"));
    }

    String of(String role) {
        String password = byRole.get(role);
        if (password == null || !password.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("no usable password for database role " + role);
        }
        return password;
    }
}
