package dev.quayside.order.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.order.death.Cuts;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Dies when another service has done its work, before anybody knows that it has. */
@Alternative
@Priority(1)
@Singleton
class MortalUpstream extends Upstream {
    private final Cuts cuts;

    MortalUpstream(ObjectMapper json, Cuts cuts) {
        super(json);
        this.cuts = cuts;
    }

    @Override
    public <T> T call(String service, Supplier<T> call) {
        T answer = super.call(service, call);
        cuts.pass("after a call of " + service);
        return answer;
    }
}
