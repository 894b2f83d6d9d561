package cn.hotline.chassis;

import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.InMemoryAggregates;
import java.util.List;

class InMemoryAggregatesTest extends AggregatesContract {

    private final InMemoryAggregates<Counter, CounterEvent> aggregates = new InMemoryAggregates<>();

    @Override
    Aggregates<Counter, CounterEvent> aggregates() {
        return aggregates;
    }

    @Override
    List<CounterEvent> told(String id) {
        return aggregates.told().stream()
                .filter(event -> event.number().equals(id))
                .toList();
    }
}
