package dev.quayside.gateway.mode;

/** What kind of deployment this is; production is what is assumed when nothing is said. */
public enum DeploymentMode {
    /** A shop on one's own machine: missing keys are made, any secret is taken. */
    DEVELOPMENT,
    /** A shop with customers: keys must be there, weak secrets stop the start. */
    PRODUCTION
}
