package dev.quayside.gateway.role;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A role. It is changed under a lock on its row, and counts its version itself. */
@Entity
@Table(name = "roles")
class Role {
    @Id
    private UUID id;

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "description")
    private String description;

    @Column(name = "scopes")
    private String[] scopes;

    @Column(name = "built_in")
    private boolean builtIn;

    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Role() {}

    Role(UUID id, String name, boolean builtIn, Instant now) {
        this.id = id;
        this.name = name;
        this.description = "";
        this.scopes = new String[0];
        this.builtIn = builtIn;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isBuiltIn() {
        return builtIn;
    }

    long version() {
        return version;
    }

    List<String> scopes() {
        return List.copyOf(Arrays.asList(scopes));
    }

    /** Gives it a description and scopes; the same again are no change. */
    void become(String newDescription, List<String> newScopes, Instant now) {
        if (version == 0 || !description.equals(newDescription) || !scopes().equals(newScopes)) {
            description = newDescription;
            scopes = newScopes.toArray(String[]::new);
            version++;
            updatedAt = now;
        }
    }

    RoleView view() {
        return new RoleView(name, description, scopes(), builtIn, createdAt, updatedAt);
    }
}
