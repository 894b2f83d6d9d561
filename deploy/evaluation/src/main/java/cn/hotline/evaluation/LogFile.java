package cn.hotline.evaluation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Everything is logged to one file with four older ones of 10 MB beside it; the console stays clean.
 *
 * <p>Set up once for the process. Spring's own logging system, which every context would start and stop anew, is
 * switched off.
 */
final class LogFile {

    private static final String KEPT_OUT = "none";
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,Asia/Shanghai} %-5level %thread %logger{40}: %msg%n%xEx";

    private LogFile() {}

    static void open(Path file) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", KEPT_OUT);
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            throw new IllegalStateException("Logback is not the logging system: " + factory.getClass());
        }
        context.reset();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, file.toString()));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        context.getLogger("cn.hotline").setLevel(Level.INFO);
        // Says of every topic and group at the first start that it is not there yet.
        context.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.ERROR);
        // Warns of every partition that moves to another member while the services come up.
        context.getLogger("org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils")
                .setLevel(Level.ERROR);
        // Warns of Spring Cloud Gateway's own settings class.
        context.getLogger("org.hibernate.validator").setLevel(Level.ERROR);
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, String file) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();

        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder);

        var older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(file + ".%i");
        older.setMinIndex(1);
        older.setMaxIndex(4);
        older.start();

        var bySize = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        bySize.setContext(context);
        bySize.setMaxFileSize(FileSize.valueOf("10MB"));
        bySize.start();

        appender.setRollingPolicy(older);
        appender.setTriggeringPolicy(bySize);
        appender.start();
        return appender;
    }
}
