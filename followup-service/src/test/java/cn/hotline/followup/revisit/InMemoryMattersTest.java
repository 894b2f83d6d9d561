package cn.hotline.followup.revisit;

class InMemoryMattersTest extends MattersContract {

    @Override
    protected Matters matters() {
        return new InMemoryMatters();
    }
}
