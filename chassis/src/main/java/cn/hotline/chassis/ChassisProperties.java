package cn.hotline.chassis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for any service.
 *
 * @param tenant whose hotline this is, by division code; used until sign-in tells the tenant
 * @param database name of the service's own database
 */
@ConfigurationProperties("hotline")
public record ChassisProperties(@DefaultValue("630100") String tenant, String database) {}
