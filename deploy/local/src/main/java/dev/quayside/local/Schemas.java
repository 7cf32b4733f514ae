package dev.quayside.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The four roles and their schemas: each role owns one schema, finds only that one, and cannot read the others. */
final class Schemas {
    static final String DATABASE = "quayside";

    /** A role, which owns the schema of the same name. */
    static final List<String> ROLES = List.of("catalog", "orders", "payments", "identity");

    /** What the catalog's searches need. */
    private static final List<String> CATALOG_EXTENSIONS = List.of("fuzzystrmatch", "pg_trgm", "unaccent");

    private Schemas() {}

    /** Creates the database if it is not there. */
    static void createDatabase(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                sql.execute("create database " + DATABASE);
            }
        }
    }

    /** Creates what is missing of the roles and schemas, and sets each role's password. */
    static void create(DataSource superuser, RolePasswords passwords) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("revoke all on database " + DATABASE + " from public");
            sql.execute("revoke all on schema public from public");
            for (String role : ROLES) {
                if (!exists(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    sql.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole");
                }
                sql.execute("alter role " + role + " password '" + passwords.of(role) + "'");
                sql.execute("alter role " + role + " set search_path = " + role);
                sql.execute("grant connect on database " + DATABASE + " to " + role);
                sql.execute("create schema if not exists " + role + " authorization " + role);
            }
            // A role that cannot create in the database cannot make an extension either, not even a trusted one.
            for (String extension : CATALOG_EXTENSIONS) {
                sql.execute("create extension if not exists " + extension + " schema catalog");
            }
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
