package dev.quayside.order.death;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Stands inside the transaction, and notes whether it has anything to commit. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class InTransaction {
    private final Cuts cuts;
    private final Transactions transactions;

    InTransaction(Cuts cuts, Transactions transactions) {
        this.cuts = cuts;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object run(InvocationContext call) throws Exception {
        Object result = call.proceed();
        if (cuts.isWatching()) {
            transactions.note();
        }
        return result;
    }
}
