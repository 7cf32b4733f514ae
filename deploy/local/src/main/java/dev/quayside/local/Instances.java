package dev.quayside.local;

import dev.quayside.local.process.Child;
import dev.quayside.local.process.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The services' processes. After {@link #close} nothing can be started any more, whoever was about to. */
final class Instances {
    private final ShopSettings shop;
    private final ServiceEnvironment environment;
    private final EnumMap<Service, Map<String, String>> extra = new EnumMap<>(Service.class);
    private final RunFiles runFiles;
    private final Consumer<ShopException> onDeath;
    private final EnumMap<Service, Instance> first = new EnumMap<>(Service.class);
    private final List<Instance> others = new ArrayList<>();
    private boolean closed;

    Instances(ShopSettings shop, ServiceEnvironment environment, Consumer<ShopException> onDeath) {
        this.shop = shop;
        this.environment = environment;
        this.runFiles = new RunFiles(shop.data().resolve("run"));
        this.onDeath = onDeath;
    }

    /** One more variable for a service, from its next start on; it overrules. */
    synchronized void environment(Service service, String name, String value) {
        extra.computeIfAbsent(service, any -> new TreeMap<>()).put(name, value);
    }

    RunFiles runFiles() {
        return runFiles;
    }

    /** Refuses when a jar is missing. */
    void requireBuilt() {
        for (Service service : shop.services()) {
            Path jar = service.jar(shop.repository());
            if (!Files.exists(jar)) {
                throw new ShopException(service.label() + " is not built: " + jar + " is missing. Run ./mvnw package");
            }
        }
    }

    /** The usual instance; the one that runs already, if it does. */
    synchronized Instance start(Service service) {
        Instance running = first.get(service);
        if (running != null && running.isAlive()) {
            return running;
        }
        Instance started = run(service, shop.ports().of(service.port()), service.label());
        first.put(service, started);
        return started;
    }

    /** One more, on a port of its own. */
    synchronized Instance startAnother(Service service, int port) {
        Instance started = run(service, port, service.label() + "-" + port);
        others.add(started);
        return started;
    }

    synchronized Optional<Instance> find(Service service) {
        return Optional.ofNullable(first.get(service));
    }

    private Instance run(Service service, int port, String name) {
        if (closed) {
            throw new ShopException("The shop is closing.");
        }
        Map<String, String> variables = new TreeMap<>(environment.of(service, port));
        variables.putAll(extra.getOrDefault(service, Map.of()));
        List<String> words = JavaCommand.of(service, service.jar(shop.repository()), variables);
        Child.Command command = new Child.Command(name, words, variables, shop.data(), shop.log(name));
        return new Instance(
                service,
                port,
                Child.start(command, runFiles, child -> onDeath.accept(new ShopException(LastWords.of(child)))));
    }

    /** First the public door, then who may still be working for it, then Stripe, whom they call. */
    void close() {
        List<Instance> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(others);
            left.addAll(first.values());
        }
        stop(left, Service.GATEWAY);
        stop(left, Service.CATALOG, Service.ORDER, Service.PAYMENT);
        stop(left, Service.STRIPE_STAND_IN);
    }

    private static void stop(List<Instance> instances, Service... services) {
        List<Service> which = List.of(services);
        instances.stream().filter(instance -> which.contains(instance.service())).toList().parallelStream()
                .forEach(Instance::stop);
    }
}
