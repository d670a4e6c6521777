package cloud.laurel.signal;

/** How many signals of a kind there are, and how many of them nobody has looked at. */
public record KindCount(Kind kind, long all, long fresh) {}
