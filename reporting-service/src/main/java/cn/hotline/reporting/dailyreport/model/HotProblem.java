package cn.hotline.reporting.dailyreport.model;

import java.util.List;

/**
 * One of the day's hot problems (热点问题).
 *
 * @param rank from 1
 * @param group printed term, such as 物业服务
 * @param concentrated where many different callers speak of it; empty when it is spread over places (无集中反映问题)
 * @param statement the printed line
 */
public record HotProblem(int rank, String group, int count, List<Concentration> concentrated, String statement) {

    public HotProblem {
        concentrated = concentrated == null ? List.of() : List.copyOf(concentrated);
    }

    /**
     * One place where a problem is concentrated (集中反映).
     *
     * @param code division code of the community or street
     * @param place printed name
     * @param callers how many different callers; one who calls again is a repeat, not a further one
     * @param tickets numbers of their tickets
     */
    public record Concentration(String code, String place, int callers, List<String> tickets) {

        public Concentration {
            tickets = tickets == null ? List.of() : List.copyOf(tickets);
        }
    }
}
