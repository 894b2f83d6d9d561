package cn.hotline.followup;

import cn.hotline.followup.revisit.model.RevisitPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set; defaults stand in {@code followup-service.yml}.
 *
 * @param revisit how often and when a caller is called
 */
@ConfigurationProperties("hotline.followup")
public record FollowupProperties(RevisitPolicy revisit) {}
