package dev.quayside.gateway.scope;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Lists of scopes as callers send them. */
public final class Scopes {
    private static final Set<String> KNOWN = Set.copyOf(Scope.all());

    private Scopes() {}

    /** The list, sorted and each scope once; one that is not known is a 422 that names its place. */
    public static List<String> check(List<String> sent) {
        List<Problem.FieldError> unknown = IntStream.range(0, sent.size())
                .filter(i -> !KNOWN.contains(sent.get(i)))
                .mapToObj(i -> new Problem.FieldError(
                        "scopes[" + i + "]", "unknown_scope", "is none of those that GET /v1/admin/scopes lists"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    unknown.get(0).field() + " " + unknown.get(0).message(),
                    unknown);
        }
        return sent.stream().distinct().sorted().toList();
    }
}
