package cn.hotline.intake.registration;

class InMemoryTicketsTest extends TicketsContract {

    @Override
    protected Tickets tickets() {
        return new InMemoryTickets();
    }
}
