/** 网关: one origin in front of the four services, and the page that leads each role to its desk. */
@NullMarked
package cn.hotline.gateway;

import org.jspecify.annotations.NullMarked;
