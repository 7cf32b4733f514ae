package dev.quayside.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@GatewayTest
class SmtpPostmanIT {
    private static final Letter LETTER = new Letter(
            UUID.randomUUID(), MailKind.PASSWORD_CHANGED, "ada@example.com", "Your password was changed", "Words\n");

    @Inject
    SmtpPostman smtp;

    @Test
    void aLetterIsHandedToTheServer() throws Exception {
        try (SmtpServer server = new SmtpServer(GatewayResource.smtpPort(), "250 ok")) {
            smtp.deliver(LETTER);
            assertThat(server.taken.poll(5, TimeUnit.SECONDS))
                    .contains(
                            "From: shop@localhost",
                            "To: ada@example.com",
                            "Subject: Your password was changed",
                            "Words");
        }
    }

    @Test
    void aRefusalAndAServerThatIsAwayAreFailuresThatNameNoAddress() throws IOException {
        try (SmtpServer server = new SmtpServer(GatewayResource.smtpPort(), "550 no such user ada@example.com")) {
            failsWithoutTheAddress();
            assertThat(server.taken).isEmpty();
        }
        failsWithoutTheAddress();
    }

    private void failsWithoutTheAddress() {
        assertThatThrownBy(() -> smtp.deliver(LETTER))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining(LETTER.id().toString())
                .hasMessageNotContaining("ada@example.com");
    }
}
