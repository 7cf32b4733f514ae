package dev.quayside.kit.testing;

import java.util.UUID;

/** Somebody whom a provider knows. */
public record Person(String subject, String email, boolean emailVerified, String name) {

    /** Somebody new, who is said to read at an address. */
    public static Person verified(String email) {
        return new Person(UUID.randomUUID().toString(), email, true, "Grace Hopper");
    }

    /** Somebody new, who has written an address that nobody has looked at. */
    public static Person unverified(String email) {
        return new Person(UUID.randomUUID().toString(), email, false, "Grace Hopper");
    }

    /** The same with another address. */
    public Person at(String other) {
        return new Person(subject, other, emailVerified, name);
    }
}
