package dev.quayside.kit.testing;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Has REST Assured's JSON paths compiled once. Each path is a Groovy script, and a {@link GroovyShell} compiles what it is given every
 * time: some {@code .body("data.id", …)} are a third of what a test's process does. Groovy's own way to change a method is used; the
 * scripts are those that the shell would have run.
 */
public final class CompiledPaths {
    private static final Map<String, Class<?>> COMPILED = new ConcurrentHashMap<>();

    private CompiledPaths() {}

    /** From now on; once more changes nothing. */
    public static synchronized void use() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        MetaClass plain = registry.getMetaClass(GroovyShell.class);
        if (!(plain instanceof CompilesOnce)) {
            MetaClass changed = new CompilesOnce(plain);
            changed.initialize();
            registry.setMetaClass(GroovyShell.class, changed);
        }
    }

    private static final class CompilesOnce extends DelegatingMetaClass {
        private CompilesOnce(MetaClass plain) {
            super(plain);
        }

        @Override
        public Object invokeMethod(Object object, String methodName, Object[] arguments) {
            if (object instanceof GroovyShell shell
                    && methodName.equals("evaluate")
                    && arguments.length == 1
                    && arguments[0] instanceof CharSequence path) {
                return evaluate(shell.getContext(), path.toString());
            }
            return super.invokeMethod(object, methodName, arguments);
        }

        private static Object evaluate(Binding binding, String path) {
            Class<?> script = COMPILED.computeIfAbsent(
                    path, text -> new GroovyShell().parse(text).getClass());
            return InvokerHelper.createScript(script, binding).run();
        }
    }
}
