package cn.hotline.routing.notice;

class InMemoryNoticesTest extends NoticesContract {

    @Override
    Notices empty() {
        return new InMemoryNotices();
    }
}
