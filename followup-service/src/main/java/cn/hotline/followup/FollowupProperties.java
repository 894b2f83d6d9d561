package cn.hotline.followup;

import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.revisit.model.RevisitPolicy;
import cn.hotline.followup.supervision.model.SupervisionPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set; defaults stand in {@code followup-service.yml}.
 *
 * @param revisit how often and when a caller is called
 * @param exclusion how long it may be appealed against
 * @param supervision when a unit is pressed and a ticket escalated
 */
@ConfigurationProperties("hotline.followup")
public record FollowupProperties(RevisitPolicy revisit, ExclusionPolicy exclusion, SupervisionPolicy supervision) {}
