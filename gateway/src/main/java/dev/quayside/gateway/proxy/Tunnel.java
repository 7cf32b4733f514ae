package dev.quayside.gateway.proxy;

import dev.quayside.gateway.upstream.Upstream;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: a request to open it, and, once its service has taken it, two sockets whose bytes go to each other, as fast as the
 * slower one takes them. What is said in it is not read. Before the service has said yes nothing but the request goes there, and after
 * a no neither connection is used again. For one event loop alone, but for its end.
 */
final class Tunnel {
    private static final Logger LOG = Logger.getLogger(Tunnel.class);

    private final Crossing crossing;
    private final Caller caller;
    private final HttpServerRequest client;
    private final Passage.Means means;
    private final WebSockets all;
    private final Attempts attempts;
    private @Nullable HttpClientRequest asking;
    private long patience = -1;
    private boolean late;
    private int closed;
    private volatile List<NetSocket> ends = List.of();

    Tunnel(Crossing crossing, Caller caller, HttpServerRequest client, Passage.Means means, WebSockets all) {
        this.crossing = crossing;
        this.caller = caller;
        this.client = client;
        this.means = means;
        this.all = all;
        Upstream service = crossing.service();
        this.attempts = new Attempts(service, crossing.timeouts().queue());
    }

    /** Whose it is. */
    String address() {
        return caller.address();
    }

    /** Asks the service. What cannot be opened is answered with a problem. */
    void open(HttpClient connections) {
        try {
            Handshake.check(client);
            all.enter(this);
        } catch (ProblemException refusal) {
            refuse(refusal);
            return;
        }
        client.response().exceptionHandler(gone -> giveUp());
        attempts.open(connections).compose(this::ask).onComplete(this::answered, this::failed);
    }

    private Future<HttpClientResponse> ask(HttpClientRequest request) {
        asking = request;
        // What goes wrong is answered where the answer is waited for; without a handler Vert.x logs it as well.
        request.exceptionHandler(LOG::trace);
        if (Forwarder.isGivenUp(client)) {
            giveUp();
        }
        MultiMap headers = request.headers().addAll(client.headers()).remove(HttpHeaders.HOST);
        HeaderRules.cleanRequest(headers);
        crossing.headers().forEach(headers::set);
        askForUpgrade(headers);
        request.setURI(crossing.uri());
        patience = means.vertx().setTimer(crossing.timeouts().answer().toMillis(), timer -> {
            late = true;
            giveUp();
        });
        return request.connect();
    }

    private static void askForUpgrade(MultiMap headers) {
        headers.set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE).set(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
    }

    private void giveUp() {
        HttpClientRequest request = asking;
        if (request != null) {
            request.reset();
        }
    }

    private void answered(HttpClientResponse answer) {
        means.vertx().cancelTimer(patience);
        attempts.answered();
        if (Handshake.isTaken(client, answer) && !Forwarder.isGivenUp(client)) {
            join(answer);
        } else if (answer.statusCode() >= 200) {
            decline(answer);
        } else {
            answer.exceptionHandler(LOG::trace);
            giveUp();
            failed(new IllegalStateException("the service answers " + answer.statusCode() + " to a WebSocket"));
        }
    }

    private void failed(Throwable failure) {
        means.vertx().cancelTimer(patience);
        ProblemException problem = late ? Failures.serviceTooSlow() : Failures.of(failure);
        if (!Forwarder.isGivenUp(client)) {
            attempts.failed();
            if (problem != failure) {
                LOG.errorf("WebSocket at %s: %s", crossing.route().label(), failure);
            }
        }
        over();
        refuse(problem);
    }

    private void over() {
        attempts.over();
        all.leave(this);
    }

    private void join(HttpClientResponse answer) {
        NetSocket service = RawSocket.of(answer.request());
        HttpServerResponse response = client.response();
        HeaderRules.cleanResponse(answer.headers());
        response.headers().addAll(answer.headers());
        askForUpgrade(response.headers());
        client.toNetSocket().onComplete(visitor -> join(visitor, service), failure -> {
            service.close();
            failed(failure);
        });
    }

    private void join(NetSocket visitor, NetSocket service) {
        asking = null;
        ends = List.of(visitor, service);
        for (NetSocket end : ends) {
            RawSocket.cutWhenIdle(end, all.idle());
            end.closeHandler(gone -> closed());
        }
        // What was read before an end goes on, and then the end; whoever takes nothing of it is idle.
        pipe(visitor, service);
        pipe(service, visitor);
        all.opened();
        RawSocket.finish(client);
    }

    private static void pipe(NetSocket from, NetSocket to) {
        // How it ended is nobody's business; without a handler Vert.x logs what happens to it later.
        from.pipeTo(to).onComplete(done -> from.exceptionHandler(LOG::trace));
    }

    private void closed() {
        closed++;
        if (closed == ends.size()) {
            over();
        }
    }

    /** Ends it on both sides, from any thread. */
    void end() {
        ends.forEach(NetSocket::close);
    }

    /** Passes a no on as the ordinary answer that it is. */
    private void decline(HttpClientResponse answer) {
        HttpServerResponse response = client.response();
        HeaderRules.cleanResponse(answer.headers());
        response.setStatusCode(answer.statusCode()).headers().addAll(answer.headers());
        String location = answer.getHeader(HttpHeaders.LOCATION);
        if (location != null) {
            response.putHeader(HttpHeaders.LOCATION, crossing.route().outside(attempts.withoutOwnAddress(location)));
        }
        boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .setChunked(!empty && answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null);
        AnswerWatch taken =
                new AnswerWatch(means.vertx(), response, crossing.timeouts().taken(), this::giveUp);
        answer.pipeTo(response).onComplete(done -> {
            taken.stop();
            over();
            answer.request().connection().close();
            client.connection().close();
        });
    }

    private void refuse(ProblemException problem) {
        HttpServerResponse response = client.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(means.problems().write(problem, client))
                .onComplete(done -> client.connection().close());
    }
}
