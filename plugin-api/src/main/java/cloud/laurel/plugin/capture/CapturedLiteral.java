package cloud.laurel.plugin.capture;

import jakarta.enterprise.util.AnnotationLiteral;

/** The annotation {@link Captured} as a value. */
final class CapturedLiteral extends AnnotationLiteral<Captured> implements Captured {

  static final CapturedLiteral INSTANCE = new CapturedLiteral();

  private static final long serialVersionUID = 1L;
}
