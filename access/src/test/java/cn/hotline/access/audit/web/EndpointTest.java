package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class EndpointTest {

    @Test
    void pageAndInterfaceAreTheSameAct() {
        assertThat(Endpoint.name(POST, "/api/v1/dispatches/{number}/return-decision"))
                .isEqualTo("RETURN_DECISION");
        assertThat(Endpoint.name(POST, "/inbox/{number}/return-decision")).isEqualTo("RETURN_DECISION");
    }

    @Test
    void whatHasNoVerbOfItsOwnIsNamedAfterTheMethod() {
        assertThat(Endpoint.name(POST, "/api/v1/tickets")).isEqualTo("POST_TICKETS");
        assertThat(Endpoint.name(POST, "/call/tickets")).isEqualTo("POST_TICKETS");
        assertThat(Endpoint.name(PUT, "/api/v1/tickets/{number}")).isEqualTo("PUT_TICKETS");
        assertThat(Endpoint.name(DELETE, "/api/v1/merges/{id}")).isEqualTo("DELETE_MERGES");
        assertThat(Endpoint.name(GET, "/api/v1/dispatches/{number}/deadline-explanation"))
                .isEqualTo("GET_DEADLINE_EXPLANATION");
        assertThat(Endpoint.name(GET, "/")).isEqualTo("GET_START");
    }

    @Test
    void theSubjectIsWhatThePathNamesFirst() {
        assertThat(Endpoint.subject(
                        PathPatternParser.defaultInstance.parse("/api/v1/dispatches/{number}/reply"),
                        PathContainer.parsePath("/api/v1/dispatches/XN240618-000001/reply")))
                .isEqualTo("XN240618-000001");
        assertThat(Endpoint.subject(
                        PathPatternParser.defaultInstance.parse("/api/v1/tickets"),
                        PathContainer.parsePath("/api/v1/tickets")))
                .isEmpty();
    }
}
