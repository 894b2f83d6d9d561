package cn.hotline.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for intake.
 *
 * @param numberPrefix begins every ticket number, one to four capital letters
 * @param callerKey secret under which caller tokens are found again by phone number; changing it makes every caller a
 *     new one
 */
@ConfigurationProperties("hotline.intake")
public record IntakeProperties(@DefaultValue("XN") String numberPrefix, String callerKey) {}
