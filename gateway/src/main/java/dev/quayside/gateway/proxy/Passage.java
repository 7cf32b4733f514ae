package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service and the answer on its way back. */
final class Passage implements ProxyInterceptor, OriginRequestProvider {
    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final Crossing crossing;
    private final HttpServerRequest client;
    private final Means means;
    private final Attempts attempts;
    private @Nullable BoundedBody body;
    private @Nullable BodyWatch watch;
    private @Nullable HttpClientRequest sending;
    private boolean retried;

    /** What every passage needs. */
    record Means(Vertx vertx, ProblemBodies problems, LingeringClose closing) {}

    /** To be made on the event loop of the client's request. */
    Passage(Crossing crossing, HttpServerRequest client, Means means) {
        this.crossing = crossing;
        this.client = client;
        this.means = means;
        this.attempts = new Attempts(crossing.service(), crossing.timeouts().queue());
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return attempts.open(context.client()).onSuccess(this::begin);
    }

    private void begin(HttpClientRequest request) {
        sending = request;
        // What goes wrong is answered where the answer is waited for; without a handler Vert.x logs it as well.
        request.exceptionHandler(LOG::trace);
        BodyWatch watching = watch;
        if (watching == null) {
            var unused = request.idleTimeout(crossing.timeouts().answer().toMillis());
        } else {
            watching.into(request);
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HeaderRules.cleanRequest(request.headers());
        crossing.headers().forEach(request::putHeader);
        request.setURI(crossing.uri());
        boundBody(request);
        return send(context);
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return context.sendRequest()
                .onSuccess(answer -> attempts.answered())
                .recover(failure -> answerFailure(context, failure));
    }

    private void boundBody(ProxyRequest request) {
        if (!RequestBody.isAnnounced(client)) {
            request.setBody(null);
            client.resume();
            return;
        }
        if ("100-continue".equalsIgnoreCase(client.getHeader(HttpHeaders.EXPECT))) {
            client.response().writeContinue();
        }
        Body sent = request.getBody();
        Pace pace = new Pace(crossing.timeouts().body(), System.nanoTime());
        BoundedBody bounded = new BoundedBody(sent.stream(), crossing.route().maxBody(), pace);
        // While there is no connection to the service its client is not the slow one.
        bounded.pause();
        body = bounded;
        watch = new BodyWatch(means.vertx(), bounded, crossing.timeouts().answer());
        request.setBody(Body.body(bounded, sent.length()));
    }

    private Future<ProxyResponse> answerFailure(ProxyContext context, Throwable failure) {
        ProblemException problem = problem(failure);
        boolean gone = Forwarder.isGivenUp(client) || Failures.isOfClient(failure);
        if (problem.code().status() >= 500 && !gone) {
            attempts.failed();
        }
        attempts.over();
        if (mayRetry(failure) && !gone) {
            retried = true;
            return send(context);
        }
        stopWatching();
        if (problem.code().status() >= 500 && problem != failure && !gone) {
            LOG.errorf("%s %s: %s", client.method(), crossing.route().label(), failure);
        }
        return Future.succeededFuture(answer(context, problem));
    }

    /** Ends what is under way at the service, and with it the answer. */
    private void giveUp() {
        HttpClientRequest opened = sending;
        sending = null;
        if (opened != null) {
            opened.reset();
        }
    }

    /** What was sent and broke off may have happened: only what changes nothing is sent again, and once. */
    private boolean mayRetry(Throwable failure) {
        boolean reads =
                client.method().equals(HttpMethod.GET) || client.method().equals(HttpMethod.HEAD);
        return !retried && body == null && reads && Failures.isBrokenConnection(failure);
    }

    private ProblemException problem(Throwable failure) {
        BoundedBody sent = body;
        ProblemException refusal = sent == null ? null : sent.refusal();
        return refusal == null ? Failures.of(failure) : refusal;
    }

    /** The request is not released, which reads its body on: over HTTP/2 that fails when there is nothing left of it. */
    private ProxyResponse answer(ProxyContext context, ProblemException problem) {
        ProxyResponse answer =
                context.request().response().setStatusCode(problem.code().status());
        problem.headers().forEach(answer::putHeader);
        answer.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return answer.setBody(Body.body(means.problems().write(problem, client)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        HeaderRules.cleanResponse(response.headers());
        String location = response.headers().get(HttpHeaders.LOCATION);
        if (location != null) {
            response.putHeader(HttpHeaders.LOCATION, crossing.route().outside(attempts.withoutOwnAddress(location)));
        }
        AnswerWatch taken = new AnswerWatch(
                means.vertx(), client.response(), crossing.timeouts().taken(), this::giveUp);
        return context.sendResponse().onComplete(sent -> {
            taken.stop();
            attempts.over();
            stopWatching();
            means.closing().after(client);
        });
    }

    private void stopWatching() {
        BodyWatch watching = watch;
        if (watching != null) {
            watching.stop();
        }
    }
}
