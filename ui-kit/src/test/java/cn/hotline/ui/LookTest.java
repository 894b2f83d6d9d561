package cn.hotline.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the look keep to what the desks' browsers know (Chromium 90) and to the strict policy. */
class LookTest {

    private static final int BUDGET_OF_FIRST_LOAD = 60 * 1024;

    private static final Pattern TOO_NEW = Pattern.compile(
            ":has\\(|@container|@layer|popover|\\.at\\(|structuredClone|randomUUID\\(|replaceAll\\(|Object\\.groupBy|&:");
    private static final Pattern AGAINST_THE_POLICY = Pattern.compile(
            "\\seval\\(|new Function|\\sstyle=|\\son[a-z]+=|hx-on|hx-vals=.js|<style|javascript:|\\.style\\.");

    @Test
    void usesNothingNewerThanTheBrowsersOfTheDesks() throws IOException {
        for (Resource file : all("META-INF/resources/ui/*.*")) {
            assertThat(TOO_NEW.matcher(text(file)).results())
                    .as(file.getFilename())
                    .isEmpty();
        }
    }

    @Test
    void hasNothingThePolicyForbids() throws IOException {
        List<Resource> files = new ArrayList<>(all("META-INF/resources/ui/*.js"));
        files.addAll(all("templates/**/*.html"));
        assertThat(files).hasSizeGreaterThan(10);
        for (Resource file : files) {
            assertThat(AGAINST_THE_POLICY.matcher(text(file)).results())
                    .as(file.getFilename())
                    .isEmpty();
        }
    }

    @Test
    void bothGuardsCanFail() {
        assertThat(TOO_NEW.matcher("a:has(b)").find()).isTrue();
        assertThat(AGAINST_THE_POLICY.matcher("<a onclick=x>").find()).isTrue();
        assertThat(AGAINST_THE_POLICY.matcher("<p style=\"color:red\">").find()).isTrue();
    }

    @Test
    void loadsInOneGoOnASlowLine() throws IOException {
        int size = 0;
        for (Resource file : all("META-INF/resources/ui/*.*")) {
            size += compressed(file);
        }
        Resource[] htmx =
                new PathMatchingResourcePatternResolver().getResources("classpath:" + UiKitWiring.HTMX + "htmx.min.js");
        size += compressed(htmx[0]);
        assertThat(size).isLessThan(BUDGET_OF_FIRST_LOAD);
    }

    private static List<Resource> all(String pattern) throws IOException {
        List<Resource> files = List.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
        assertThat(files).isNotEmpty();
        return files;
    }

    private static String text(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static int compressed(Resource file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (InputStream content = file.getInputStream();
                var gzip = new GZIPOutputStream(bytes)) {
            content.transferTo(gzip);
        }
        return bytes.size();
    }
}
