package cn.hotline.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.access.web.Rights.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class RightsTest {

    private final Rights rights = rights("""
            # method, path, who, area
            GET	/	OPERATOR	desk
            GET	/things/{number}	OPERATOR	things
            GET	/things/today	ANY	things
            POST	/things/{number}	ADMIN	things

            GET	/files/**	PUBLIC	files
            GET	/metrics	ADMIN LOOPBACK	metrics""");

    @Test
    void theMostSpecificRowDecides() {
        assertThat(row("GET", "/things/today").allows(SignedIn.as(Role.AUDITOR), false))
                .isTrue();
        assertThat(row("GET", "/things/7").allows(SignedIn.as(Role.AUDITOR), false))
                .isFalse();
    }

    @Test
    void aRightToReadIsNoRightToWrite() {
        assertThat(row("POST", "/things/7").allows(SignedIn.as(Role.OPERATOR), false))
                .isFalse();
    }

    @Test
    void askingForTheHeadersOnlyIsReading() {
        assertThat(row("HEAD", "/things/7").allows(SignedIn.as(Role.OPERATOR), false))
                .isTrue();
    }

    @Test
    void oneOfSeveralRolesIsEnough() {
        assertThat(row("POST", "/things/7").allows(SignedIn.as(Role.OPERATOR, Role.ADMIN), false))
                .isTrue();
    }

    @Test
    void theApplicationsRootNeedsNoSlash() {
        assertThat(row("GET", "").pattern()).hasToString("/");
    }

    @Test
    void programsOnTheSameMachineAreLetInWhereTheTableSaysSo() {
        assertThat(row("GET", "/metrics").allows(null, true)).isTrue();
        assertThat(row("GET", "/metrics").allows(null, false)).isFalse();
        assertThat(row("GET", "/things/today").allows(null, true)).isFalse();
    }

    @Test
    void whatNoRowNamesHasNoRow() {
        assertThat(rights.of(HttpMethod.DELETE, PathContainer.parsePath("/things/7")))
                .isEmpty();
        assertThat(rights.of(HttpMethod.GET, PathContainer.parsePath("/things/7/")))
                .isEmpty();
        assertThat(rights.of(HttpMethod.OPTIONS, PathContainer.parsePath("/things/7")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\t/things\tBOSS\tthings",
                "GET\t/things\tOPERATOR",
                "GET\t/things\t\tthings",
                "GET\t/{things\tADMIN\tthings",
                "GET\t/a\tADMIN\ta\nGET\t/a\tUNIT\ta"
            })
    void aLineThatCannotBeMeantStopsTheStart(String file) {
        assertThatThrownBy(() -> rights(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line");
    }

    private Right row(String method, String path) {
        return rights.of(HttpMethod.valueOf(method), PathContainer.parsePath(path))
                .orElseThrow();
    }

    private static Rights rights(String file) {
        return Rights.read(new ByteArrayResource(file.getBytes(UTF_8), "the table"));
    }
}
