/** The catalogue and what it recommends, over HTTP. */
@NullMarked
package cn.hotline.routing.catalogue.web;

import org.jspecify.annotations.NullMarked;
