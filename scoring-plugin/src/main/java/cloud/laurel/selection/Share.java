package cloud.laurel.selection;

/** How many of an honour's places a school, a central school or a stage has. */
public record Share(String name, long places) {}
