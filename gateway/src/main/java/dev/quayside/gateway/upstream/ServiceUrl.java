package dev.quayside.gateway.upstream;

import io.netty.util.NetUtil;
import java.net.URI;
import java.util.Locale;

/** An address of a service as the configuration has it. Its host may be a name that stands for several instances. */
record ServiceUrl(String host, int port, boolean tls) {

    static ServiceUrl of(URI url) {
        boolean tls = "https".equals(url.getScheme());
        if (url.getHost() == null || (!tls && !"http".equals(url.getScheme()))) {
            throw new IllegalArgumentException(url + " is not the http or https address of a service");
        }
        return new ServiceUrl(url.getHost(), url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80, tls);
    }

    /** This machine's own name stands for one process, whatever addresses it has. */
    boolean isLookedUp() {
        String bare = host.replace("[", "").replace("]", "");
        return !NetUtil.isValidIpV4Address(bare)
                && !NetUtil.isValidIpV6Address(bare)
                && !host.toLowerCase(Locale.ROOT).equals("localhost");
    }

    String text() {
        return (tls ? "https://" : "http://") + host + ":" + port;
    }
}
