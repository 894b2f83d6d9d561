package cn.hotline.routing.dispatch;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.model.Post;
import java.time.Instant;

/** People of the hotline and of units. */
public final class People {

    public static final Unit CENTRE = new Unit("630103", "城中区政府");
    public static final Unit NORTH = new Unit("630105", "城北区政府");
    /** A street of {@link #CENTRE}. */
    public static final Unit STREET = new Unit("630103002", "南滩街道");

    /** Another street of {@link #CENTRE}. */
    public static final Unit OTHER_STREET = new Unit("630103003", "仓门街街道");

    public static final Unit HOUSING = new Unit("630100-HOUSING", "市住房保障和房产管理局");

    public static final Staff DISPATCHER = new Staff("dispatcher", "王强", null, null);
    public static final Staff SUPERVISOR = new Staff("supervisor", "赵敏", null, null);
    public static final Staff NIGHT_SHIFT = new Staff("night", "周磊", null, null);
    public static final Staff CENTRE_CLERK = clerk(CENTRE);
    public static final Staff CENTRE_HEAD = new Staff("unit-630103-head", "陈刚", CENTRE, Post.HEAD);
    public static final Staff CENTRE_DEPUTY = new Staff("unit-630103-deputy", "吴静", CENTRE, Post.DEPUTY);
    public static final Staff NORTH_CLERK = clerk(NORTH);
    public static final Staff STREET_CLERK = clerk(STREET);
    public static final Staff HOUSING_CLERK = clerk(HOUSING);

    private People() {}

    public static Staff clerk(Unit unit) {
        return new Staff("unit-" + unit.code(), "李芳", unit, Post.CLERK);
    }

    public static Viewer viewer(Staff staff, Instant at) {
        return staff.unit() == null ? Viewer.ofHotline(staff, at) : Viewer.ofUnit(staff, at);
    }
}
