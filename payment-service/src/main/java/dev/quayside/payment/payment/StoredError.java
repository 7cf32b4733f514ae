package dev.quayside.payment.payment;

import dev.quayside.payment.gateway.PaymentError;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The columns of a payment's last error. */
@Embeddable
class StoredError {
    @Column(name = "error_code")
    private String code;

    @Column(name = "error_decline_code")
    private @Nullable String declineCode;

    @Column(name = "error_message")
    private String message;

    StoredError() {}

    static @Nullable StoredError of(@Nullable PaymentError error) {
        if (error == null) {
            return null;
        }
        StoredError stored = new StoredError();
        stored.code = error.code();
        stored.declineCode = error.declineCode();
        stored.message = error.message();
        return stored;
    }

    PaymentError view() {
        return new PaymentError(code, declineCode, message);
    }
}
