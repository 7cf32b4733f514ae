package dev.quayside.kit.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a {@link FaultMatrix} row by row. */
class FaultRows implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        FaultMatrix matrix = context.getRequiredTestMethod().getAnnotation(FaultMatrix.class);
        String[] more = Boolean.getBoolean("quayside.soak") ? matrix.soak() : new String[0];
        return Stream.concat(Arrays.stream(matrix.always()), Arrays.stream(more))
                .map(row -> Arguments.of((Object[]) row.split(",", -1)));
    }
}
