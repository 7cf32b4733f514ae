package dev.quayside.gateway.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Chooses the postman: SMTP when a server is named, else files. */
class PostOffice {
    private static final Logger LOG = Logger.getLogger(PostOffice.class);

    @Produces
    @ApplicationScoped
    Postman postman(
            SmtpPostman smtp,
            Clock clock,
            @ConfigProperty(name = "quayside.mail.smtp-host") Optional<String> server,
            @ConfigProperty(name = "quayside.mail.dir") Path folder,
            @ConfigProperty(name = "quayside.mail.from") String from) {
        if (server.isPresent()) {
            return smtp::deliver;
        }
        LOG.infof("there is no QUAYSIDE_SMTP_HOST: mails are written to %s", folder);
        FilePostman files = new FilePostman(folder, from, clock);
        return files::deliver;
    }
}
