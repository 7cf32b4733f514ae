package dev.quayside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx as a plain reverse proxy with kept connections, started for one run. */
final class Nginx implements AutoCloseable {
    private static final int TRIES = 100;
    private static final int BETWEEN_MILLIS = 50;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int END_SECONDS = 10;

    private final Process process;
    private final Path folder;
    private final int port;

    private Nginx(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** The program: a file, or a name to look for on the PATH and where systems put their servers. */
    static Path program(String wanted) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        Stream<Path> places = wanted.contains("/")
                ? Stream.of(Path.of(wanted))
                : Stream.of(path.split(":", -1))
                        .filter(place -> !place.isEmpty())
                        .map(place -> Path.of(place, wanted));
        return places.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no program " + wanted
                        + "; on Debian and Ubuntu \"apt-get install nginx-light\" brings nginx, on macOS"
                        + " \"brew install nginx\"; --nginx FILE names one elsewhere"));
    }

    /** Starts it before a server. */
    static Nginx before(URI backend, Path program) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("quayside-nginx");
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, backend, port));
        Process process = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, folder, port);
        nginx.awaitOpen();
        return nginx;
    }

    private static String configuration(Path folder, URI backend, int port) {
        return """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  keepalive_requests 1000000;
                  upstream backend { server %2$s; keepalive 64; keepalive_requests 1000000; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / {
                      proxy_pass http://backend;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header X-Forwarded-For $remote_addr;
                    }
                  }
                }
                """.formatted(folder, backend.getAuthority(), port);
    }

    private void awaitOpen() throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        }
        String said = Files.readString(folder.resolve("output.log")).strip();
        close();
        throw new IOException("nginx did not start: " + said);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Ends it with its workers and leaves nothing of it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS)
                .join();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
