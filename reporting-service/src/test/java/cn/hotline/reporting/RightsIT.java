package cn.hotline.reporting;

import cn.hotline.access.testing.RightsContract;
import org.springframework.context.ApplicationContext;

/** Who may do what here, tried at the running service. */
class RightsIT extends RightsContract {

    private RunningReporting service;

    @Override
    protected void start() {
        service = new RunningReporting(0);
    }

    @Override
    protected void stop() {
        service.close();
    }

    @Override
    protected ApplicationContext context() {
        return service.context();
    }

    @Override
    protected String address() {
        return service.address();
    }
}
