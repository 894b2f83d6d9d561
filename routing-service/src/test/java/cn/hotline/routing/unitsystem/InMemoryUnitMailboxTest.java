package cn.hotline.routing.unitsystem;

class InMemoryUnitMailboxTest extends UnitMailboxContract {

    @Override
    UnitMailbox empty() {
        return new InMemoryUnitMailbox();
    }
}
