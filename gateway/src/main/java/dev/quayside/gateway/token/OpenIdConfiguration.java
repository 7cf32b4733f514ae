package dev.quayside.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The members of OpenID Connect Discovery that apply here, under the standard's own names. */
record OpenIdConfiguration(
        @JsonProperty("issuer") String issuer,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("grant_types_supported") List<String> grantTypes,

        @JsonProperty("token_endpoint_auth_methods_supported")
        List<String> authMethods,

        @JsonProperty("id_token_signing_alg_values_supported")
        List<String> algorithms,

        @JsonProperty("subject_types_supported") List<String> subjectTypes,
        @JsonProperty("response_types_supported") List<String> responseTypes) {}
