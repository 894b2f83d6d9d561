package cn.hotline.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Everything a service imports to have pages: its templates under {@code pages/<service>/}, the shared look under
 * {@code /ui/<version>/}, strict headers. Keeps nothing in static fields, so that four services share one JVM.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NavigationProperties.class)
public class UiKitWiring {

    /** The htmx that is served; the test {@code SamplePageIT} fails when the WebJar is another one. */
    static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    private static final String LOOK = "META-INF/resources/ui/";

    @Bean
    UiKit ui(NavigationProperties navigation, ObjectProvider<Clock> clock) {
        return new UiKit(navigation, versionOfLook(), clock.getIfUnique(Clock::systemUTC));
    }

    /** View {@code pages/routing/inbox} is the file {@code pages/routing/inbox.html} on the class path. */
    @Bean
    SpringResourceTemplateResolver pageTemplates(ApplicationContext context) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/");
        resolver.setSuffix(".html");
        resolver.setResolvablePatterns(Set.of("pages/*"));
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        return resolver;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    WebFilter securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    WebExceptionHandler pageErrors(ObjectProvider<WebExceptionHandler> handlers, ObjectProvider<ViewResolver> views) {
        return new PageErrors(handlers, views);
    }

    @Bean
    WebFluxConfigurer lookFiles(UiKit ui) {
        return new WebFluxConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                CacheControl forEver =
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
                serveLook(registry, "/ui/" + ui.version() + "/**", forEver);
                serveLook(registry, "/ui/**", CacheControl.noCache());
                // Scripts and styles of single pages stand beside their templates; the templates are not served.
                registry.addResourceHandler("/pages/*/*.js", "/pages/*/*.css", "/pages/*/*.svg")
                        .addResourceLocations("classpath:/pages/")
                        .setCacheControl(CacheControl.noCache());
            }
        };
    }

    /** Compresses the look only: pages and answers carry personal data beside what a visitor may choose (BREACH). */
    @Bean
    WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory> lookCompression(
            ObjectProvider<ServerProperties> server) {
        return factory -> {
            ServerProperties properties = server.getIfAvailable();
            if (properties == null || !properties.getCompression().getEnabled()) {
                var compression = new Compression();
                compression.setEnabled(true);
                compression.setMinResponseSize(DataSize.ofBytes(512));
                compression.setMimeTypes(new String[] {"text/css", "text/javascript", "image/svg+xml"});
                factory.setCompression(compression);
            }
        };
    }

    private static void serveLook(ResourceHandlerRegistry registry, String pattern, CacheControl caching) {
        registry.addResourceHandler(pattern)
                .addResourceLocations("classpath:/" + LOOK, "classpath:/" + HTMX)
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }

    private static String versionOfLook() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver(UiKitWiring.class.getClassLoader())
                    .getResources("classpath:/" + LOOK + "*.*");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            digest.update(HTMX.getBytes());
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
