package cn.hotline.routing.roster;

class InMemoryRostersTest extends RostersContract {

    @Override
    Rosters empty() {
        return new InMemoryRosters();
    }
}
