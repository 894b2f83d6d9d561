package cn.hotline.followup.revisit;

class InMemoryRevisitsTest extends RevisitsContract {

    @Override
    protected Revisits revisits() {
        return new InMemoryRevisits();
    }
}
