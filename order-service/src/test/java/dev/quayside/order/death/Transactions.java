package dev.quayside.order.death;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The transactions of the thread's step: how deep it is in nested ones, and whether the outermost has anything to commit. */
@ApplicationScoped
class Transactions {
    private static final class State {
        int depth;
        boolean writes;
    }

    private static final ThreadLocal<State> STATE = ThreadLocal.withInitial(State::new);

    private final EntityManager database;

    Transactions(EntityManager database) {
        this.database = database;
    }

    void enter() {
        State now = STATE.get();
        if (now.depth++ == 0) {
            now.writes = false;
        }
    }

    /** Whether that was the outermost one, and had something to commit. */
    boolean leave() {
        State now = STATE.get();
        return --now.depth == 0 && now.writes;
    }

    /** Looks, at the end of the outermost, whether it has changed or locked a row: only then has it a number of its own. */
    void note() {
        if (STATE.get().depth == 1) {
            database.flush();
            STATE.get().writes = (boolean)
                    database.createNativeQuery("select pg_current_xact_id_if_assigned() is not null")
                            .getSingleResult();
        }
    }
}
