package cn.hotline.intake.callers;

class InMemoryCallersTest extends CallersContract {

    @Override
    protected Callers callers() {
        return new InMemoryCallers();
    }
}
