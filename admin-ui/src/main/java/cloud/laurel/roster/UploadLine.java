package cloud.laurel.roster;

import cloud.laurel.web.Texts;

/**
 * An upload in the history, in words.
 *
 * @param told whether the figures are the reader's to see: a school sees those of its own uploads
 * @param undoable whether an undo is offered
 */
public record UploadLine(
    long id,
    String at,
    String by,
    String fileName,
    String effective,
    String schools,
    boolean told,
    String people,
    String added,
    String changed,
    String left,
    String undone,
    boolean undoable) {

  static UploadLine of(UploadEntry upload, RosterScope scope, Texts text) {
    boolean own = scope.isBureau() || upload.own();
    String by =
        !own
            ? text.of("roster.by.bureau")
            : upload.by().isEmpty() ? text.of("roster.by.import") : upload.by();
    return new UploadLine(
        upload.id(),
        text.time(upload.uploadedAt(), scope.zone()),
        by,
        own ? upload.fileName() : "",
        upload.effective().toString(),
        !own
            ? ""
            : upload.schools() == 1
                ? upload.schoolName()
                : text.of("roster.schools.count", text.number(upload.schools())),
        own,
        text.number(upload.people()),
        text.number(upload.added()),
        text.number(upload.changed()),
        text.number(upload.left()),
        upload
            .undoneAt()
            .map(at -> text.of("roster.undone", text.time(at, scope.zone()), upload.undoneBy()))
            .orElse(""),
        upload.last() && own);
  }
}
