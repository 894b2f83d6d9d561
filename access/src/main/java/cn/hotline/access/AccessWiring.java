package cn.hotline.access;

import cn.hotline.access.web.ResourceServer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What a service imports so that nobody gets in where they do not belong. Its rights are the file
 * {@code <base path>/rights.tsv} on its class path.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
@Import(ResourceServer.class)
public class AccessWiring {}
