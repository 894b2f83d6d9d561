/** What is done every few seconds. */
@NullMarked
package cn.hotline.routing.version.schedule;

import org.jspecify.annotations.NullMarked;
