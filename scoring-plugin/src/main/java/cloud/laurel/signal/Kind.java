package cloud.laurel.signal;

/** What a signal is about; none of them is a proof. */
public enum Kind {
  /** A few people whose invitations stay among themselves. */
  INVITATION_RING,
  /** Much work in the first and last minutes of days. */
  MIDNIGHT_BURST,
  /** What is uploaded is taken back again and again. */
  UPLOAD_THEN_WITHDRAW,
  /** The same object counted by many. */
  SHARED_OBJECT,
  /** One person who seems to act for many accounts. */
  ONE_HAND,
  /** A school's week far outside its own history. */
  SCHOOL_JUMP
}
