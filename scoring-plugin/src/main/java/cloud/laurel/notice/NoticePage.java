package cloud.laurel.notice;

import java.util.List;

/**
 * A page of somebody's notices, newest first.
 *
 * @param total notices on all pages
 */
public record NoticePage(long total, List<Notice> notices) {}
