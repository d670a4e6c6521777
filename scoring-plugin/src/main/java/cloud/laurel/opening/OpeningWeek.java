package cloud.laurel.opening;

import cloud.laurel.standing.SchoolDetail.Opening;
import java.time.LocalDate;

/** How far spaces were open at the end of a day. */
public record OpeningWeek(LocalDate lastDay, Opening teachers, Opening students) {}
