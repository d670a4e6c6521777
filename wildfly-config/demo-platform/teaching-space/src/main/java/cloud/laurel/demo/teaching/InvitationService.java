package cloud.laurel.demo.teaching;

import cloud.laurel.plugin.ActionPublisher;
import cloud.laurel.plugin.PlatformAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invitations to colleagues; tells the plugins itself, because both sides count. */
@ApplicationScoped
@Transactional
public class InvitationService {

  @Inject private Works works;
  @Inject private ActionPublisher publisher;

  /** Invites a colleague of the same school. */
  public Work invite(PlatformUser inviter, PlatformUser colleague) {
    Work work = works.add(Task.INVITATION, colleague.getName(), "", inviter.getAccount());
    publisher.publish(
        new PlatformAction(
            UUID.randomUUID().toString(),
            "teacher.invited",
            inviter.getAccount(),
            work.getDoneAt(),
            Optional.of(inviter.getSchool()),
            Optional.of(
                new PlatformAction.ObjectRef(
                    String.valueOf(work.getId()), Optional.of(colleague.getName()))),
            List.of(colleague.getAccount()),
            Map.of()));
    return work;
  }
}
