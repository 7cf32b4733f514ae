package dev.quayside.payment.stripe;

import dev.quayside.payment.death.Cuts;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Dies when Stripe has done its work, before anybody knows that it has. */
@Alternative
@Priority(1)
@Singleton
class MortalStripeCalls extends StripeCalls {
    private final Cuts cuts;

    MortalStripeCalls(StripeSettings settings, Cuts cuts) {
        super(settings);
        this.cuts = cuts;
    }

    @Override
    <T> Outcome<T> write(Attempt attempt, Call<T> call) {
        cuts.live();
        Outcome<T> outcome = super.write(attempt, call);
        cuts.pass("after a call of Stripe that writes");
        return outcome;
    }

    @Override
    <T> Outcome<T> read(Patience patience, Call<T> call) {
        cuts.live();
        Outcome<T> outcome = super.read(patience, call);
        cuts.passRead("after a call of Stripe that reads");
        return outcome;
    }
}
