package dev.quayside.gateway.staff;

import dev.quayside.gateway.password.Passwords;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.Renewal;
import dev.quayside.gateway.session.RenewalAnswer;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Signs staff in. Password work happens between transactions, never inside one. */
@ApplicationScoped
class StaffSignIn implements RenewalAnswer {
    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final AccessTokens tokens;

    StaffSignIn(StaffAccounts accounts, Passwords passwords, AccessTokens tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** Signs in; an unknown address, a wrong password, an invited and a disabled user are refused alike and after the same work. */
    StaffSignedInView login(StaffLoginRequest request, Device device) {
        return enter(request, device)
                // Another hash than the one that matched is stored by now: a second look tells whether it is the same
                // password's.
                .or(() -> enter(request, device))
                .map(entered -> signedIn(
                        entered.user(),
                        entered.session().sessionId(),
                        entered.session().refreshToken()))
                .orElseThrow(StaffSignIn::invalidCredentials);
    }

    private Optional<StaffAccounts.Entered> enter(StaffLoginRequest request, Device device) {
        Optional<StaffAccounts.Credentials> found = accounts.find(request.email());
        if (found.isEmpty()) {
            passwords.matchNobody(request.password());
            throw invalidCredentials();
        }
        if (!passwords.matches(request.password(), found.get().passwordHash())) {
            throw invalidCredentials();
        }
        String renewed = passwords
                .renewed(request.password(), found.get().passwordHash())
                .orElse(null);
        return accounts.enter(found.get(), renewed, device);
    }

    /** Gives an invited user the password that was chosen. */
    void accept(AcceptRequest request) {
        // Asked before the costly hash, so that nobody can have passwords hashed for nothing; decided by the
        // transaction after it.
        if (!accounts.isInvitation(request.token())
                || !accounts.accept(request.token(), passwords.hash(request.password()))) {
            throw new ProblemException(
                    GatewayProblem.INVALID_INVITATION, "it was used, replaced or has expired; ask for a new one");
        }
    }

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.STAFF;
    }

    @Override
    public Optional<StaffSignedInView> to(Renewal renewal) {
        return accounts.active(renewal.subject().id())
                .map(user -> signedIn(user, renewal.sessionId(), renewal.refreshToken()));
    }

    private StaffSignedInView signedIn(UserView user, UUID session, String refreshToken) {
        return new StaffSignedInView(
                user, tokens.staffSignIn(user.id(), session), refreshToken, AccessTokens.LIFE.toSeconds());
    }

    private static ProblemException invalidCredentials() {
        return new ProblemException(GatewayProblem.INVALID_CREDENTIALS, "check both and try again");
    }
}
