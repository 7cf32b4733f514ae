package dev.quayside.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every write of staff and scripts that a service takes, so that a table of them can be told to be whole. */
public final class AdminWrites {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private AdminWrites() {}

    /** The operations below {@code /v1/admin} of the resources in a package and below it, such as {@code POST /v1/admin/products}. */
    public static Set<String> of(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(AdminWrites::operations)
                        .filter(operation -> operation.contains(" /v1/admin/"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(JavaClass resource) {
        String path = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .flatMap(method -> WRITES.stream()
                        .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
                        .map(verb -> verb + " " + path + below(method)));
    }

    private static String below(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }
}
