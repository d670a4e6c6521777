package cloud.laurel.demo.management;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The start page: the ten functions. */
@Named("home")
@RequestScoped
public class HomeView {

  /** All functions, in the menu's order. */
  public List<Kind> getKinds() {
    return List.of(Kind.values());
  }
}
