package dev.quayside.gateway.customer;

import dev.quayside.gateway.password.Passwords;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.Opened;
import dev.quayside.gateway.session.Renewal;
import dev.quayside.gateway.session.RenewalAnswer;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Registers customers and signs them in. Password work happens between transactions, never inside one. */
@ApplicationScoped
class CustomerService implements RenewalAnswer {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SessionService sessions;
    private final SignedInAnswers answers;

    CustomerService(Accounts accounts, Passwords passwords, SessionService sessions, SignedInAnswers answers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.answers = answers;
    }

    SignedInView register(RegisterRequest request, Device device) {
        // Says so before the costly hash; the index still decides a race.
        if (accounts.findByEmail(request.email()).isPresent()) {
            throw Accounts.emailTaken();
        }
        String hash = passwords.hash(request.password());
        Accounts.Entered entered = accounts.open(request.email(), request.name(), hash, device);
        return answers.signedIn(entered.customer(), entered.session());
    }

    SignedInView login(LoginRequest request, Device device) {
        return enter(request, device)
                // Another hash than the one that matched is stored by now: a second look tells whether another sign-in
                // has renewed it, or the password was changed.
                .or(() -> enter(request, device))
                .map(entered -> answers.signedIn(entered.customer(), entered.session()))
                .orElseThrow(CustomerService::invalidCredentials);
    }

    private Optional<Accounts.Entered> enter(LoginRequest request, Device device) {
        Accounts.Credentials found = accounts.findByEmail(request.email()).orElse(null);
        String hash = found == null ? null : found.passwordHash();
        if (found == null || hash == null) {
            passwords.matchNobody(request.password());
            throw invalidCredentials();
        }
        if (!passwords.matches(request.password(), hash)) {
            throw invalidCredentials();
        }
        String renewed = passwords.renewed(request.password(), hash).orElse(null);
        return accounts.enter(found, renewed, device);
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CUSTOMER;
    }

    @Override
    public Optional<SignedInView> to(Renewal renewal) {
        return accounts.findEnabled(renewal.subject().id())
                .map(customer -> answers.signedIn(customer, new Opened(renewal.sessionId(), renewal.refreshToken())));
    }

    void logout(String refreshToken) {
        sessions.end(refreshToken);
    }

    private static ProblemException invalidCredentials() {
        return new ProblemException(GatewayProblem.INVALID_CREDENTIALS, "check both and try again");
    }
}
