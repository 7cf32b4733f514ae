package dev.quayside.kit.auditlog;

import jakarta.enterprise.context.RequestScoped;

/** Whether the audit trail knows of what this request does. */
@RequestScoped
class AuditedRequest {
    private boolean accounted;

    void account() {
        accounted = true;
    }

    boolean isAccounted() {
        return accounted;
    }
}
