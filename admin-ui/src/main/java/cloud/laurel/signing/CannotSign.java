package cloud.laurel.signing;

/** Nothing can be signed until an operator has mended what is said. */
public final class CannotSign extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Obstacle obstacle;

  CannotSign(Obstacle obstacle) {
    super(obstacle.sentence());
    this.obstacle = obstacle;
  }

  CannotSign(Obstacle.Kind kind, Object what) {
    this(new Obstacle(kind, what.toString()));
  }

  /** What is in the way. */
  public Obstacle obstacle() {
    return obstacle;
  }
}
