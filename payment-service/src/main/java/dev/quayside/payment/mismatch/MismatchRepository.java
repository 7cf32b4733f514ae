package dev.quayside.payment.mismatch;

import dev.quayside.payment.comparison.Finding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MismatchRepository implements PanacheRepositoryBase<Mismatch, UUID> {
    Optional<Mismatch> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean has(UUID runId, Finding finding) {
        return count("runId = ?1 and code = ?2 and subject = ?3", runId, finding.code(), finding.subject()) > 0;
    }

    /** The same mismatch wherever it was found and is not solved, locked in the order of the ids. */
    List<Mismatch> unsolved(Finding finding) {
        return find(
                        "code = ?1 and subject = ?2 and status <> ?3 order by id",
                        finding.code(),
                        finding.subject(),
                        MismatchStatus.REPAIRED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** How many things are wrong, each counted once however many runs have found it. */
    long unsolved() {
        return (Long) getEntityManager().createNativeQuery("""
                        select count(*) from (
                            select distinct code, subject from reconciliation_mismatches
                            where status <> 'REPAIRED') unsolved""").getSingleResult();
    }
}
