package cn.hotline.routing.dispatch;

class InMemoryDispatchesTest extends DispatchesContract {

    @Override
    Dispatches empty() {
        return new InMemoryDispatches();
    }
}
