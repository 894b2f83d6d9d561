package cn.hotline.intake.merging;

class InMemoryMergesTest extends MergesContract {

    @Override
    protected Merges merges() {
        return new InMemoryMerges();
    }
}
