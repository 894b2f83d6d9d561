package cn.hotline.reporting.ledger.mongo;

/** What both collections of rows keep to. */
final class MongoRows {

    /** More rows than any city has on one day; a query without a bound could fill the memory. */
    static final int OF_A_DAY = 500_000;

    private MongoRows() {}
}
