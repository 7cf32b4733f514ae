package dev.quayside.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quayside.gateway.route.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theLeastBusyOfThoseThatWorkIsChosen() {
        Upstream service = Fixtures.catalog(VERTX, "http://10.0.0.1:1", "http://10.0.0.2:1", "http://10.0.0.3:1");
        List<Instance> all = service.instances();
        all.get(0).begin();
        all.get(1).ready(false);
        for (int i = 0; i < 20; i++) {
            assertThat(service.choose(List.of())).contains(all.get(2));
        }
        assertThat(service.choose(List.of(all.get(2)))).contains(all.get(0));
    }

    @Test
    void equallyBusyOnesTakeTurns() {
        Upstream service = Fixtures.catalog(VERTX, "http://10.0.0.1:1", "http://10.0.0.2:1");
        Set<Instance> chosen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            chosen.add(service.choose(List.of()).orElseThrow());
        }
        assertThat(chosen).hasSize(2);
    }

    @Test
    void whenNoneWorksOneIsChosenAllTheSame() {
        Upstream service = Fixtures.catalog(VERTX, "http://10.0.0.1:1", "http://10.0.0.2:1");
        service.instances().forEach(instance -> instance.ready(false));
        assertThat(service.choose(List.of())).isPresent();
        assertThat(service.choose(service.instances())).isEmpty();
    }

    @Test
    void aNameStandsForWhatItIsLookedUpAs() {
        Upstreams upstreams = Fixtures.upstreams(
                VERTX,
                Fixtures.Settings.of(List.of(URI.create("http://catalog:8081"), URI.create("http://10.0.0.9:8081"))));
        List<String> known = new ArrayList<>(List.of("10.0.0.1", "10.0.0.2"));
        NameLookup lookup = new NameLookup(upstreams, name -> {
            if (known.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return known;
        });
        Upstream service = upstreams.of(Destination.CATALOG);
        assertThat(service.instances()).extracting(Instance::toString).containsExactly("catalog:8081", "10.0.0.9:8081");
        lookup.lookUpAll();
        assertThat(service.instances())
                .extracting(Instance::toString)
                .containsExactly("10.0.0.1:8081", "10.0.0.2:8081", "10.0.0.9:8081");
        Instance stays = service.instances().get(1);
        known.set(0, "10.0.0.2");
        known.set(1, "10.0.0.3");
        lookup.lookUpAll();
        assertThat(service.instances())
                .extracting(Instance::toString)
                .containsExactly("10.0.0.2:8081", "10.0.0.3:8081", "10.0.0.9:8081");
        assertThat(service.instances().get(0)).isSameAs(stays);
        known.clear();
        lookup.lookUpAll();
        assertThat(service.instances()).hasSize(3);
    }

    @Test
    void anInstanceThatSaysItIsNotReadyOrIsNotThereIsPassedOver() {
        HttpServer stopping = answering(503);
        HttpServer running = answering(200);
        Upstreams upstreams = Fixtures.upstreams(
                VERTX, Fixtures.Settings.of(List.of(url(stopping), url(running), URI.create("http://127.0.0.1:9"))));
        Upstream service = upstreams.of(Destination.CATALOG);
        Readiness readiness = new Readiness(VERTX, upstreams, Fixtures.Settings.of(List.of()));
        assertThat(service.usable()).isEqualTo(3);
        readiness.askAll();
        await().until(() -> service.usable() == 1);
        assertThat(service.choose(List.of())).contains(service.instances().get(1));
    }

    @Test
    void whatIsNoAddressOfAServiceIsRefusedAtTheStart() {
        for (String wrong : List.of("ftp://catalog", "catalog:8081", "http:///x")) {
            assertThatThrownBy(() -> Fixtures.catalog(VERTX, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private static HttpServer answering(int status) {
        return VERTX.createHttpServer()
                .requestHandler(
                        request -> request.response().setStatusCode(status).end())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
