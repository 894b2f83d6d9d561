package cn.hotline.access.audit.model;

import cn.hotline.chassis.Termed;

/** In which way a chain is broken. */
public enum Flaw implements Termed {
    ALTERED("这条记录的内容与写入时不一致，或它前面的记录被换过"),
    MISSING("缺少这一条记录"),
    CUT_SHORT("曾经写到这里的记录不见了"),
    REWRITTEN("这条记录与当时另处记下的校验值不一致，它或它之前的记录被改写过"),
    ADDED("链条已正常结束，这条记录是后来添加的"),
    UNREGISTERED("这条记录所在的链条没有登记过");

    private final String term;

    Flaw(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
