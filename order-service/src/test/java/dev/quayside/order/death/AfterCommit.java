package dev.quayside.order.death;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Stands outside the transaction: dying here leaves all of it, and nothing of what was to come after. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class AfterCommit {
    private final Cuts cuts;
    private final Transactions transactions;

    AfterCommit(Cuts cuts, Transactions transactions) {
        this.cuts = cuts;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object run(InvocationContext call) throws Exception {
        if (!cuts.isWatching()) {
            return call.proceed();
        }
        boolean committed;
        Object result;
        transactions.enter();
        try {
            result = call.proceed();
        } finally {
            committed = transactions.leave();
        }
        if (committed) {
            cuts.pass("after the commit of " + call.getMethod().getName());
        }
        return result;
    }
}
