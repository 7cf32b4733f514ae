package dev.quayside.gateway.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A mail server that takes every mail, or refuses every recipient. */
final class SmtpServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmtpServer.class);

    private final ServerSocket socket;
    private final String toRecipients;
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
    private final Thread serving = new Thread(this::serve, "smtp");

    final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

    SmtpServer(int port, String toRecipients) throws IOException {
        this.socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        this.toRecipients = toRecipients;
        serving.setDaemon(true);
        serving.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                callers.add(caller);
                // One that says nothing must not keep the next one waiting.
                Thread talking = new Thread(() -> talkTo(caller), "smtp-caller");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException ended) {
                // The caller has left, or the test is over.
                LOG.debugf("hung up: %s", ended);
            }
        }
    }

    private void talkTo(Socket caller) {
        try (caller) {
            talk(caller);
        } catch (IOException ended) {
            LOG.debugf("hung up: %s", ended);
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4);
            switch (verb) {
                case "RCPT" -> say(caller, toRecipients);
                case "DATA" -> {
                    say(caller, "354 go on");
                    taken.add(message(in));
                    say(caller, "250 taken");
                }
                case "QUIT" -> say(caller, "221 bye");
                default -> say(caller, "250 ok");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : callers) {
            caller.close();
        }
        // The port is free once nobody waits at it any more.
        try {
            serving.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
