package dev.quayside.payment.death;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.testing.Rows;

/** The steps that are owed for something. What would have to wait is hurried: by row, not by the clock. */
final class Owed {
    /** Not those that look at what is open again and again, nor what has been put off until the next time. */
    private static final String OWED = """
            from scheduled_tasks t
            where not (t.execution_time > now() + interval '30 minutes' and not t.picked) and (
                (t.task_name = ? and left(t.task_instance, 36) = ?)
                or (not (t.task_name like 'watch-%' and t.execution_time > now()) and left(t.task_instance, 36) in (
                    select cast(? as text)
                    union all select subject::text from payment_operations where order_id = ?
                    union all select id::text from card_setups where customer_id = ?
                    union all select id::text from saved_cards where customer_id = ?
                    union all select e.id::text from stripe_events e join payments p on p.pi_id = e.pi_id where p.order_id = ?)))""";

    private static final String HURRY = "update scheduled_tasks set execution_time = now() where not picked and"
            + " execution_time > now() and (task_name, task_instance) in (select t.task_name, t.task_instance " + OWED
            + ")";

    private final Rows rows;
    private final DurableSteps steps;

    Owed(Rows rows, DurableSteps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /** Owes the step of a scene. */
    void begin(Scene scene, Matter matter) {
        if (rows.run(
                        "update scheduled_tasks set execution_time = now() where task_name = ? and task_instance = ?",
                        scene.step(),
                        matter.subject().toString())
                == 0) {
            steps.schedule(scene.step(), matter.subject());
        }
        wake();
    }

    /** Whether nothing is owed any more. */
    boolean isNothing(Scene scene, Matter matter) {
        Object[] values = values(scene, matter);
        if (rows.count("select count(*) " + OWED, values) == 0) {
            return true;
        }
        // What waits may wait for what is under way.
        if (rows.count("select count(*) " + OWED + " and (t.picked or t.execution_time <= now())", values) == 0
                && rows.run(HURRY, values) > 0) {
            wake();
        }
        return false;
    }

    /** The scheduler looks again when something is scheduled, also if it is already. */
    private void wake() {
        steps.schedule("backfill-events", Scene.ALWAYS);
    }

    private static Object[] values(Scene scene, Matter matter) {
        return new Object[] {
            scene.step(),
            matter.subject().toString(),
            matter.owner().toString(),
            matter.owner(),
            matter.owner(),
            matter.owner(),
            matter.owner()
        };
    }
}
