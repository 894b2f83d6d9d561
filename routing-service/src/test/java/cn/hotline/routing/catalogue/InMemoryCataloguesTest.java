package cn.hotline.routing.catalogue;

class InMemoryCataloguesTest extends CataloguesContract {

    @Override
    Catalogues empty() {
        return new InMemoryCatalogues();
    }
}
