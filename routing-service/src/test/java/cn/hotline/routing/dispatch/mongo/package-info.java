@NullMarked
package cn.hotline.routing.dispatch.mongo;

import org.jspecify.annotations.NullMarked;
