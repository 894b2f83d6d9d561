package cn.hotline.reporting;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for reporting-service.
 *
 * @param files folder with a city's own code lists and wording; a file that is not there is taken as delivered
 * @param draftFreshness how long all readers of a draft share one computation of it
 * @param concentratedFrom so many different callers about one report group in one community on one day are named as a
 *     concentrated problem
 */
@ConfigurationProperties("hotline.reporting")
public record ReportingProperties(
        @Nullable Path files,
        @DefaultValue("2s") Duration draftFreshness,
        @DefaultValue("5") int concentratedFrom) {}
