package cloud.laurel.campaign;

import java.util.List;
import java.util.Optional;

/** Creates campaigns and finds them. */
public class CampaignService {

  /**
   * Creates a running campaign; what is already journalled of its window is judged afterwards (rule
   * R18).
   *
   * @param json a campaign in the format of the published schema
   * @return what was created
   * @throws cloud.laurel.store.InvalidInput with every field that is wrong, or when the code exists
   */
  public Campaign create(String json) {
    throw new UnsupportedOperationException();
  }

  /** A campaign by its code. */
  public Optional<Campaign> find(String code) {
    throw new UnsupportedOperationException();
  }

  /** The campaign as JSON, in the format it is created from, with {@code state} added. */
  public Optional<String> json(String code) {
    throw new UnsupportedOperationException();
  }

  /** Every campaign, the newest window first. */
  public List<Campaign> all() {
    throw new UnsupportedOperationException();
  }

  /** The campaign that pages show without being asked: running today, else the newest. */
  public Optional<Campaign> current() {
    throw new UnsupportedOperationException();
  }
}
