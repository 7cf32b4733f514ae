package dev.quayside.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Grants services their tokens. */
@ApplicationScoped
class ServiceTokens {
    private final ServiceClients clients;
    private final AccessTokens tokens;

    ServiceTokens(ServiceClients clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    /** A token with the scopes asked for, or all of the client's; a refusal is a {@link TokenFault}. */
    TokenAnswer grant(TokenRequest request) {
        ServiceClient client = clients.authenticate(request.clientId(), request.clientSecret())
                .orElseThrow(() -> TokenFault.invalidClient(request.byBasic()));
        if (!request.grantType().equals("client_credentials")) {
            throw TokenFault.unsupportedGrant();
        }
        Set<String> scopes = scopes(request, client);
        return TokenAnswer.of(tokens.service(client.id(), scopes), scopes);
    }

    private static Set<String> scopes(TokenRequest request, ServiceClient client) {
        String asked = request.scope();
        if (asked == null || asked.isBlank()) {
            return client.scopes();
        }
        Set<String> scopes = new TreeSet<>(Arrays.asList(asked.trim().split(" +", -1)));
        if (!client.scopes().containsAll(scopes)) {
            throw TokenFault.invalidScope();
        }
        return scopes;
    }
}
