package dev.quayside.gateway.proxy;

import java.net.URI;

/** The address of a service. */
record Upstream(String host, int port, boolean tls) {

    static Upstream of(URI url) {
        boolean tls = "https".equals(url.getScheme());
        if (url.getHost() == null || (!tls && !"http".equals(url.getScheme()))) {
            throw new IllegalArgumentException(url + " is not the http or https address of a service");
        }
        return new Upstream(url.getHost(), url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80, tls);
    }

    /** A redirect or a new resource's address that names the service becomes one that a client can follow: its path. */
    String withoutOwnAddress(String location) {
        String own = (tls ? "https://" : "http://") + host + ":" + port + "/";
        return location.startsWith(own) ? location.substring(own.length() - 1) : location;
    }
}
