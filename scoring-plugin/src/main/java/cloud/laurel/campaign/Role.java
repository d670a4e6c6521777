package cloud.laurel.campaign;

/** What a person is in a school, as the roster says; a person may be several at once. */
public enum Role {
  ADMINISTRATOR,
  TEACHER,
  STUDENT
}
