package cloud.laurel.course;

import cloud.laurel.standing.SchoolStandings;
import java.time.LocalDate;

/** Where a school stood at the end of a day. */
public record SchoolDay(LocalDate day, SchoolStandings.Row row) {}
