package cloud.laurel.roster;

import java.util.List;

/**
 * What can be wrong with an upload. The sentence is what the API says; pages have their own words,
 * by the constant's name.
 */
public enum RosterProblem {
  TOO_LARGE("The upload is larger than 64 MiB; send fewer schools at a time."),
  EMPTY_UPLOAD("The upload is empty; send a OneRoster 1.1 CSV zip."),
  ZIP_PASSWORD("The zip is protected by a password; send it without one."),
  NO_ZIP(
      "This is no zip file, or a damaged one; export the roster again as a OneRoster 1.1 "
          + "CSV zip and send that file."),
  TOO_MANY_FILES(
      "The zip holds %s files, more than %s; export the roster again as a OneRoster 1.1 "
          + "CSV zip and send that file."),
  CLIMBS_OUT(
      "The path of this file leads out of the zip; put the files at its top, without "
          + "folders."),
  NO_FILES(
      "The zip holds no files; export the roster again as a OneRoster 1.1 CSV zip and send "
          + "that file."),
  BOMB(
      "The file expands to far more than a roster can hold (zip bomb); export the roster "
          + "again as a OneRoster 1.1 CSV zip and send that file."),
  IN_FOLDER("The file lies in a folder; put it at the top of the zip."),
  FILE_TWICE("The file is in the zip more than once; leave one."),
  VALUE_EMPTY("The value is empty; every row needs one."),
  VALUE_LONG("The value has %s characters, at most %s are allowed; shorten it."),
  CONTROL_CHARACTER("The value holds the control character U+%s; type the value anew."),
  FILE_MISSING("The file is missing from the zip; export the roster again with it."),
  QUOTE_OPEN(
      "A quotation mark is not closed, or stands inside a quoted field without being "
          + "doubled; mend it and see whether the rows below are in order."),
  FILE_EMPTY("The file is empty; export the roster again."),
  COLUMN_TWICE("The column is there twice; leave one."),
  COLUMN_MISSING("The column is missing; export the roster again with it."),
  FIELD_COUNT(
      "The row has %s fields, the heading %s; put fields that hold a comma in quotation "
          + "marks."),
  VERSION_MISSING("The property oneroster.version is missing; add it with the value 1.1."),
  VERSION_UNKNOWN("The version is not known here; export the roster as OneRoster 1.1."),
  FILE_NEEDED("The file is needed; export it in bulk."),
  DELTA("Changes alone (delta) cannot be taken; export the file in bulk."),
  BULK_OR_ABSENT("The value must be bulk or absent; export the roster again."),
  NO_SCHOOL_ROW("The file names no school; add a row of the type school."),
  ID_TWICE("The identifier is that of row %s too; give each its own."),
  NAME_EMPTY("The name is empty; fill it in."),
  ORG_TYPE("The type must be district, local (a central school) or school."),
  PARENT_UNKNOWN("The organisation %.128s is not in the file; add its row."),
  PARENT_KIND("%.128s cannot stand above it; name a district or a central school (local)."),
  USERNAME_TAKEN(
      "The user name belongs to the account %s already; choose another, or mend the "
          + "sourcedId."),
  ROLE_UNKNOWN("The role must be teacher, administrator, student or another of OneRoster's."),
  SCHOOL_NOT_IN_ORGS("The school %.128s is unknown; add it to orgs.csv."),
  PERSON_NOT_IN_USERS("The person %.128s is not in users.csv; add the row there."),
  ROLE_GRADE_MISSING("A pupil needs a grade; write it into users.csv."),
  EFFECTIVE_RANGE("The effective date must lie between 1990 and 2200."),
  STATUS_UNKNOWN("The value must be active, tobedeleted or empty."),
  ENABLED_UNKNOWN("The value must be true, false or empty."),
  LINE_LONG("The line is longer than 64 KiB; see whether a line break is missing."),
  DAMAGED("The file is damaged within the zip; make the zip again."),
  ENCODING("The text is neither UTF-8 nor GB18030 (wrong encoding); save the file as CSV UTF-8."),
  REGISTERED_COLUMN_MISSING(
      "The column is missing: what is activated was registered before; add it."),
  GRADE_COLUMN_MISSING("The column is missing, and there are pupils; add it."),
  TOO_MANY_PEOPLE("The file holds more than %s people; send fewer schools at a time."),
  NOBODY(
      "The file holds no teacher, administrator or pupil, so that everybody would have "
          + "left; export the roster again."),
  PERSON_NAME_EMPTY("The name is empty; fill in the family name, the given name or both."),
  PERSON_NAME_LONG("The whole name is longer than 500 characters; shorten it."),
  GRADE_MISSING("A pupil needs a grade; write 01 to 12."),
  GRADE_FORM("The grade must be two digits from 01 to 12."),
  SCHOOL_MISSING("The person belongs to no school; name one."),
  SCHOOL_NOT_NAMED("None of these is a school in orgs.csv; name a school that is there."),
  USERNAME_TWICE("The user name is that of row %s too; give each its own."),
  NO_DATE("The value is no date; write it like 2020-12-01 or 2020-12-01T08:30:00+08:00."),
  NOT_REGISTERED("The space is activated but not registered; fill in when it was."),
  ACTIVATED_EARLY("The space is activated before it is registered; mend one of the two."),
  WRONG_TYPE(
      "This is no roster file; send our XLSX template, the same columns as CSV, or a "
          + "OneRoster 1.1 CSV zip."),
  XLSX_PASSWORD("The workbook is protected by a password; save it without one."),
  XLS_OLD("An .xls workbook of the old format cannot be read; save it as .xlsx."),
  XLSX_DAMAGED("The workbook is damaged; open it, save it as .xlsx again and send that file."),
  NOT_TEMPLATE(
      "This is not our template, the columns %s are missing; download the template and "
          + "copy the rows into it."),
  CELL_ERROR("The cell holds the error %s of a formula; write the value itself."),
  NUMBER_ROUNDED(
      "The number has more than 15 digits, so that the spreadsheet has rounded it; format "
          + "the column as text and type the number anew."),
  SCHOOL_EMPTY("The row names no school; write its code or its name."),
  SCHOOL_UNKNOWN(
      "No school is known as %.128s; write the code or a name that it has here, or both "
          + "for a new school."),
  SCHOOL_AMBIGUOUS(
      "Several schools are called %.128s: %s; write the code of the one that is meant."),
  SCHOOL_DIFFERS(
      "The code is that of %.128s, the name is that of another school; mend one of the " + "two."),
  SCHOOL_RENAMED("The new school %s has another name in row %s; write the same one."),
  SCHOOL_FOREIGN("The row names another school than yours; leave it out."),
  NO_SCHOOL_KIND("%.128s is no school but stands above schools; name a school."),
  ROLE_WORD("The role must be 管理员, 教师 or 学生 (administrator, teacher or student)."),
  GRADE_WORD("The grade must be 1 to 12, or a name like 三年级, 初一 or 高二."),
  PUPIL_GRADE_EMPTY("A pupil needs a grade; write 1 to 12, or a name like 三年级."),
  PERSON_DIFFERS(
      "The account is that of row %s too, but %s differs; give each person an account of "
          + "their own, or write the same."),
  ROW_TWICE("The row says what row %s says; leave one of them."),
  TWO_GRADES("The pupil has another grade in row %s; leave one of them."),
  ACCOUNT_ELSEWHERE(
      "The account belongs to another school; ask that school to leave the person out "
          + "first, or the bureau to move the person."),
  USERNAME_ELSEWHERE("The user name is taken at another school; choose another.");

  private final String sentence;

  RosterProblem(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong and how to mend it. */
  public String sentence(List<String> arguments) {
    return sentence.formatted(arguments.toArray());
  }
}
