package dev.quayside.kit.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a {@link Matrix} row by row. */
class MatrixRows implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Matrix matrix = context.getRequiredTestMethod().getAnnotation(Matrix.class);
        String[] more = Boolean.getBoolean("quayside.soak") ? matrix.soak() : new String[0];
        return Stream.concat(Arrays.stream(matrix.always()), Arrays.stream(more))
                .map(row -> Arguments.of((Object[]) row.split(",", -1)));
    }
}
