package dev.quayside.stripe.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;

/** {@code /v1/disputes}. */
public final class DisputeResource implements Resource {
    private static final String PATH = "/v1/disputes";

    private final Disputes disputes;
    private final Events events;
    private final Documents documents;

    public DisputeResource(Disputes disputes, Events events) {
        this.disputes = disputes;
        this.events = events;
        this.documents = disputes.documents();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(
                        PATH,
                        call -> Lists.answer(
                                documents, call, Lists.selection(documents, call, "charge", "payment_intent")))
                .get(PATH + "/:id", call -> disputes.get(call.id()).wire())
                .post(PATH + "/:id", this::update)
                .post(PATH + "/:id/close", this::close);
    }

    private ObjectNode update(Call call) {
        Params params = call.params().only("evidence", "metadata", "submit");
        Metadata.check(params);
        Document dispute = open(call);
        ObjectNode before = dispute.wire();
        ObjectNode evidence = params.object("evidence");
        if (evidence != null) {
            dispute.json().withObjectProperty("evidence").setAll(evidence);
            dispute.json().withObjectProperty("evidence_details").put("has_evidence", true);
        }
        Metadata.merge(dispute, params);
        if (evidence != null && params.flag("submit", true)) {
            disputes.submit(dispute);
        }
        documents.save(dispute);
        events.recordChange("charge.dispute.updated", before, dispute);
        return dispute.wire();
    }

    /** Gives the case up: it is lost. */
    private ObjectNode close(Call call) {
        call.params().only();
        Document dispute = open(call);
        boolean inquiry = DisputeStatus.of(dispute).isInquiry();
        return disputes.end(dispute, inquiry ? DisputeStatus.WARNING_CLOSED : DisputeStatus.LOST)
                .wire();
    }

    private Document open(Call call) {
        Document dispute = disputes.get(call.id());
        if (DisputeStatus.of(dispute).isOver()) {
            throw ApiError.refused(null, null, "This dispute is already closed");
        }
        return dispute;
    }
}
