package dev.quayside.gateway.mail;

/** Brings letters out of the house. */
interface Postman {
    /** Returns once the letter is somebody else's to deliver; throws a {@link NotSent} when it may not be. */
    void deliver(Letter letter);
}
