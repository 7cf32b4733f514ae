package dev.quayside.gateway.customer;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.Opened;
import dev.quayside.gateway.session.Renewal;
import dev.quayside.gateway.session.RenewalAnswer;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Registers customers and signs them in. Password work happens between transactions, never inside one. */
@ApplicationScoped
class CustomerService implements RenewalAnswer {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SessionService sessions;
    private final AccessTokens tokens;

    CustomerService(Accounts accounts, Passwords passwords, SessionService sessions, AccessTokens tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    SignedInView register(RegisterRequest request, Device device) {
        // Says so before the costly hash; the index still decides a race.
        if (accounts.findByEmail(request.email()).isPresent()) {
            throw Accounts.emailTaken();
        }
        String hash = passwords.hash(request.password());
        return signedIn(accounts.open(request.email(), request.name(), hash, device));
    }

    SignedInView login(LoginRequest request, Device device) {
        Optional<Accounts.Credentials> found = accounts.findByEmail(request.email());
        if (found.isEmpty()) {
            passwords.matchNobody(request.password());
            throw invalidCredentials();
        }
        if (!passwords.matches(request.password(), found.get().passwordHash())) {
            throw invalidCredentials();
        }
        return accounts.enter(found.get(), device).map(this::signedIn).orElseThrow(CustomerService::invalidCredentials);
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CUSTOMER;
    }

    @Override
    public Optional<SignedInView> to(Renewal renewal) {
        return accounts.find(renewal.subject().id())
                .map(customer -> signedIn(customer, renewal.sessionId(), renewal.refreshToken()));
    }

    void logout(String refreshToken) {
        sessions.end(refreshToken);
    }

    private SignedInView signedIn(Accounts.Entered entered) {
        Opened session = entered.session();
        return signedIn(entered.customer(), session.sessionId(), session.refreshToken());
    }

    private SignedInView signedIn(CustomerView customer, UUID session, String refreshToken) {
        String accessToken = tokens.customer(customer.id(), customer.email(), session);
        return new SignedInView(customer, accessToken, refreshToken, AccessTokens.LIFE.toSeconds());
    }

    private static ProblemException invalidCredentials() {
        return new ProblemException(GatewayProblem.INVALID_CREDENTIALS, "check both and try again");
    }
}
