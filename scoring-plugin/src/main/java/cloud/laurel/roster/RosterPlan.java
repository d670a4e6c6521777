package cloud.laurel.roster;

import cloud.laurel.roster.MembershipRepository.Added;
import cloud.laurel.roster.MembershipRepository.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What an upload would do to the roster, worked out and not yet written. */
final class RosterPlan {

  final RosterUpload upload;
  final LocalDate effective;
  final RosterSender sender;

  /** People to be added. */
  final List<StoredPerson> inserts = new ArrayList<>();

  /** People of whom something else is known now. */
  final List<StoredPerson> updates = new ArrayList<>();

  /** Accounts whose user name changes. */
  final List<String> renamed = new ArrayList<>();

  /** Accounts of whom the upload says what was known. */
  final List<String> confirmed = new ArrayList<>();

  final List<Long> membershipDeletes = new ArrayList<>();
  final List<Stored> membershipEnds = new ArrayList<>();
  final List<Added> membershipInserts = new ArrayList<>();

  /** Accounts of which any membership changes. */
  final Set<String> moving = new HashSet<>();

  /** Accounts whose verdicts may change. */
  final Set<String> concerned = new HashSet<>();

  final Set<String> concernedSchools = new HashSet<>();
  final Set<String> added = new HashSet<>();
  final Set<String> changed = new HashSet<>();
  final Set<String> left = new HashSet<>();

  /** What a preview says of people, in the order of the upload, those who leave at the end. */
  final List<PersonChange> people = new ArrayList<>();

  /** What a preview says of schools, by code. */
  final TreeMap<String, SchoolChange> schools = new TreeMap<>();

  RosterPlan(RosterUpload upload, LocalDate effective, RosterSender sender) {
    this.upload = upload;
    this.effective = effective;
    this.sender = sender;
  }

  /** The counts as the API tells them. */
  RosterResult result() {
    Set<String> onlyChanged = new HashSet<>(changed);
    onlyChanged.removeAll(added);
    return new RosterResult(
        upload.named().size(),
        upload.people().size(),
        added.size(),
        onlyChanged.size(),
        left.size(),
        List.of());
  }

  /** What a school gains and loses on the effective date. */
  static final class SchoolChange {
    int people;
    int arriving;
    int leaving;
  }
}
