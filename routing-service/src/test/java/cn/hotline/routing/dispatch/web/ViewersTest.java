package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.model.Post;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewersTest {

    private final Viewers viewers = new Viewers(Desks.UNITS, new Desks().clock);

    @ParameterizedTest
    @EnumSource
    void aPositionInAUnitIsWhatTheProviderCallsIt(Position position) {
        Viewer viewer = viewers.of(SignedIn.unit("630103", position));

        Post post = viewer.person().post();
        assertThat(post.name()).isEqualTo(position.name());
        assertThat(post.term()).isEqualTo(position.term());
        assertThat(viewer.person().unit().name()).isEqualTo("城中区政府");
    }

    @ParameterizedTest
    @EnumSource
    void onlyDispatchersAndSupervisorsHaveTheOverview(Role role) {
        assertThat(viewers.of(SignedIn.as(role)).overview())
                .isEqualTo(role == Role.DISPATCHER || role == Role.SUPERVISOR);
    }

    @Test
    void whoIsOfAUnitStaysOfItWhateverElseTheyAre() {
        Viewer viewer = viewers.of(person(Set.of(Role.UNIT, Role.DISPATCHER, Role.SUPERVISOR), "630103"));

        assertThat(viewer.overview()).isFalse();
        assertThat(viewer.keys()).contains("630103").doesNotContain("*");
    }

    @Test
    void aUnitThatDoesNotExistOpensNothing() {
        assertThat(viewers.of(person(Set.of(Role.UNIT), "*")).keys()).isEmpty();
        assertThat(viewers.of(person(Set.of(Role.UNIT), "630100-NONE")).keys()).isEmpty();
        assertThat(viewers.of(person(Set.of(Role.UNIT), null)).keys()).isEmpty();
    }

    private static Person person(Set<Role> roles, String unit) {
        return new Person("630100", "somebody", "某人", roles, unit, unit == null ? null : Position.CLERK, "127.0.0.1");
    }
}
