/** Dispatching over HTTP: the interface and the pages. */
@NullMarked
package cn.hotline.routing.dispatch.web;

import org.jspecify.annotations.NullMarked;
