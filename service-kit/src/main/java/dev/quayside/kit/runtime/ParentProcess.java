package dev.quayside.kit.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the service when the launcher that started it is gone: a killed launcher must leave no process behind. */
@ApplicationScoped
class ParentProcess {
    private final Optional<Long> pid;

    ParentProcess(@ConfigProperty(name = "quayside.parent.pid") Optional<Long> pid) {
        this.pid = pid;
    }

    void watch(@Observes StartupEvent started) {
        pid.ifPresent(ParentProcess::endWith);
    }

    private static void endWith(long parent) {
        Optional<ProcessHandle> handle = ProcessHandle.of(parent);
        if (handle.isEmpty()) {
            Quarkus.asyncExit(1);
            return;
        }
        var unused = handle.get().onExit().thenRun(Quarkus::asyncExit);
    }
}
