package cn.hotline.followup.supervision;

class InMemoryWatchesTest extends WatchesContract {

    @Override
    protected Watches watches() {
        return new InMemoryWatches();
    }
}
