package dev.quayside.gateway.proxy;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xClientConnection;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What Vert.x knows of a connection that stops being HTTP and offers inside alone. All of it on the connection's event loop. */
final class RawSocket {
    private static final String IDLE = "idle";
    private static final String LAST = "handler";

    private RawSocket() {}

    /**
     * The connection to a service that has just taken an upgrade; nothing of what it sends is lost when this is asked for as its head
     * comes. The socket of the answer itself would never say that the service is slow to read.
     */
    static NetSocket of(HttpClientRequest taken) {
        return ((Http1xClientConnection) taken.connection()).toNetSocket();
    }

    /** Lets whoever counts a client's requests know that this one is over: its connection brings no other, and reports no end. */
    static void finish(HttpServerRequest upgraded) {
        ((Http1xServerConnection) upgraded.connection())
                .handleException(new HttpClosedException("it is a WebSocket's now"));
    }

    /** Ends a socket on which nothing goes in either direction, in place of what watched over the connection before. */
    static void cutWhenIdle(NetSocket socket, Duration idle) {
        ChannelPipeline pipeline =
                ((NetSocketInternal) socket).channelHandlerContext().pipeline();
        if (pipeline.get(IDLE) != null) {
            pipeline.remove(IDLE);
        }
        pipeline.addBefore(LAST, IDLE, new IdleStateHandler(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS));
    }
}
