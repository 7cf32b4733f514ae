package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
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
    private final Timeouts timeouts;
    private final ProblemBodies problems;
    private final LingeringClose closing;
    private @Nullable BoundedBody body;
    private boolean retried;

    Passage(
            Crossing crossing,
            HttpServerRequest client,
            Timeouts timeouts,
            ProblemBodies problems,
            LingeringClose closing) {
        this.crossing = crossing;
        this.client = client;
        this.timeouts = timeouts;
        this.problems = problems;
        this.closing = closing;
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        Upstream to = crossing.upstream();
        return context.client()
                .request(new RequestOptions()
                        .setHost(to.host())
                        .setPort(to.port())
                        .setSsl(to.tls())
                        .setMethod(context.request().getMethod())
                        .setURI(context.request().getURI())
                        .setConnectTimeout(timeouts.connect().toMillis())
                        .setIdleTimeout(timeouts.answer().toMillis()))
                // What goes wrong is answered where the answer is waited for; without a handler Vert.x logs it as well.
                .onSuccess(request -> request.exceptionHandler(LOG::trace));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HeaderRules.cleanRequest(request.headers());
        crossing.headers().forEach(request::putHeader);
        request.setURI(crossing.uri());
        boundBody(request);
        return context.sendRequest().recover(failure -> answerFailure(context, failure));
    }

    private void boundBody(ProxyRequest request) {
        if (!hasBody()) {
            request.setBody(null);
            client.resume();
            return;
        }
        if ("100-continue".equalsIgnoreCase(client.getHeader(HttpHeaders.EXPECT))) {
            client.response().writeContinue();
        }
        Body sent = request.getBody();
        BoundedBody bounded = new BoundedBody(sent.stream(), crossing.maxBody());
        body = bounded;
        request.setBody(Body.body(bounded, sent.length()));
    }

    private boolean hasBody() {
        String length = client.getHeader(HttpHeaders.CONTENT_LENGTH);
        return client.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private Future<ProxyResponse> answerFailure(ProxyContext context, Throwable failure) {
        if (mayRetry(failure)) {
            retried = true;
            return context.sendRequest().recover(again -> answerFailure(context, again));
        }
        ProblemException problem = problem(failure);
        if (problem.code().status() >= 500) {
            LOG.errorf("%s %s: %s", client.method(), crossing.label(), failure);
        }
        return Future.succeededFuture(answer(context, problem));
    }

    private boolean mayRetry(Throwable failure) {
        return !retried
                && body == null
                && (client.method().equals(HttpMethod.GET) || client.method().equals(HttpMethod.HEAD))
                && !client.response().closed()
                && Failures.isBrokenConnection(failure);
    }

    private ProblemException problem(Throwable failure) {
        BoundedBody sent = body;
        if (sent != null && sent.isTooLarge()) {
            return Failures.tooLarge(crossing.maxBody());
        }
        if (sent != null && !sent.hasEnded() && failure instanceof java.util.concurrent.TimeoutException) {
            return Failures.clientTooSlow();
        }
        return Failures.of(failure);
    }

    private ProxyResponse answer(ProxyContext context, ProblemException problem) {
        ProxyResponse answer = context.request()
                .release()
                .response()
                .setStatusCode(problem.code().status());
        problem.headers().forEach(answer::putHeader);
        answer.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return answer.setBody(Body.body(problems.write(problem, client)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        HeaderRules.cleanResponse(response.headers());
        String location = response.headers().get(HttpHeaders.LOCATION);
        if (location != null) {
            response.putHeader(HttpHeaders.LOCATION, crossing.upstream().withoutOwnAddress(location));
        }
        return context.sendResponse().onComplete(sent -> closing.after(client));
    }
}
