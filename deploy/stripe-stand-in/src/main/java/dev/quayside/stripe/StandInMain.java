package dev.quayside.stripe;

import java.util.Map;

/** The stand-in as a process of its own; its settings come from the environment (see {@link Settings#from}). */
public final class StandInMain {
    private StandInMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        StandIn standIn = StandIn.start(Settings.from(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(standIn::close, "stripe-stand-in-close"));
        System.out.println("Stripe stand-in listens on " + standIn.baseUrl());
        endWithParent(environment.getOrDefault("QUAYSIDE_PARENT_PID", ""));
    }

    /** A launcher that is killed cannot stop its children; so they watch it. */
    private static void endWithParent(String pid) {
        if (!pid.isBlank()) {
            ProcessHandle.of(Long.parseLong(pid.strip()))
                    .ifPresent(parent -> parent.onExit().join());
            System.exit(0);
        }
    }
}
