package cloud.laurel.roster;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes a plan onto the roster, with what it takes to undo it; made for one transaction. */
final class RosterImport {

  private final PersonRepository persons;
  private final MembershipRepository memberships;
  private final SchoolRepository schools;
  private final UploadRepository uploads;
  private final UndoRepository undo;

  RosterImport(Handle tx) {
    this.persons = new PersonRepository(tx);
    this.memberships = new MembershipRepository(tx);
    this.schools = new SchoolRepository(tx);
    this.uploads = new UploadRepository(tx);
    this.undo = new UndoRepository(tx);
  }

  /**
   * Writes everything.
   *
   * @return the upload's number in the history
   */
  long write(RosterPlan plan, Instant at) {
    RosterUpload upload = plan.upload;
    undo.keepBefore(plan);
    schools.store(upload.orgs().values(), plan.effective, upload.told());
    persons.freeUsernames(plan.renamed);
    persons.update(plan.updates);
    persons.insert(plan.inserts);
    persons.confirm(plan.confirmed, plan.effective, upload.told());
    undo.keepNew(plan);
    memberships.delete(plan.membershipDeletes);
    memberships.end(plan.membershipEnds);
    memberships.insert(plan.membershipInserts);
    return uploads.record(at, plan);
  }
}
