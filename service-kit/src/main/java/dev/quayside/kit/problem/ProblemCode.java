package dev.quayside.kit.problem;

/** A stable, published error code. Each service has one enum of them, with the status by an exhaustive switch. */
public interface ProblemCode {
    /** The enum constant's name. */
    String name();

    /** The HTTP status that the code is answered with. */
    int status();

    /** A short sentence that is the same for every occurrence. */
    String title();

    /** The code as callers see it: the constant's name in lower snake case. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
