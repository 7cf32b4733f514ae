package dev.quayside.kit.page;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;

/** Yes or no, which a list is asked for by. */
public final class ListFlag {
    private ListFlag() {}

    /** A filter's {@code true} or {@code false}; anything else is a 400 {@code invalid_parameter}. */
    public static boolean filter(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ProblemException(CommonProblem.INVALID_PARAMETER, name + ": must be true or false");
        };
    }
}
