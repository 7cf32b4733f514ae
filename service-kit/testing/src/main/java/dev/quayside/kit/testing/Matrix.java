package dev.quayside.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The rows of a parameterised test, each a comma-separated line of its arguments. Some stand for the others: of faults, one before and one
 * after the effect, one that is not answered, one that is answered wrongly, a refusal. The others run with {@code -Psoak}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ArgumentsSource(MatrixRows.class)
public @interface Matrix {
    /** The rows of every build. */
    String[] always();

    /** The rows of the long run. */
    String[] soak();
}
