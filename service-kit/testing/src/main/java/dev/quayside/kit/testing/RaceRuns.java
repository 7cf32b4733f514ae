package dev.quayside.kit.testing;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link Race} as often as it says. */
class RaceRuns implements TestTemplateInvocationContextProvider {
    private record Run(int number) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "run " + number;
        }
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), Race.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Race race = context.getRequiredTestMethod().getAnnotation(Race.class);
        int runs = Boolean.getBoolean("quayside.soak") ? race.soak() : race.always();
        return IntStream.rangeClosed(1, runs).mapToObj(Run::new);
    }
}
