package dev.quayside.local;

import dev.quayside.local.process.LogFile;
import dev.quayside.local.secret.PrivateFiles;
import dev.quayside.local.secret.Secrets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is fixed for the life of a shop. */
record ShopSettings(Path repository, Path data, Ports ports, Secrets secrets, StripeAccess stripe) {

    boolean usesStandIn() {
        return stripe.base().equals(Optional.of(ports.url(Port.STRIPE_STAND_IN)));
    }

    /** The processes that this shop needs. */
    Set<Service> services() {
        return usesStandIn() ? EnumSet.allOf(Service.class) : EnumSet.complementOf(EnumSet.of(Service.STRIPE_STAND_IN));
    }

    Set<Port> neededPorts() {
        return usesStandIn() ? EnumSet.allOf(Port.class) : EnumSet.complementOf(EnumSet.of(Port.STRIPE_STAND_IN));
    }

    LogFile log(String name) {
        return new LogFile(logs().resolve(name + ".log"));
    }

    /** The output of the run before is kept as {@code name.log.1}. */
    void rotateLogs() {
        PrivateFiles.folder(logs());
        Stream<String> parts = Stream.of("postgresql", "redis");
        Stream.concat(parts, Arrays.stream(Service.values()).map(Service::label))
                .forEach(name -> log(name).rotate());
    }

    private Path logs() {
        return data.resolve("logs");
    }
}
