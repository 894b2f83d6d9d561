/** What a version is, and who published it. */
@NullMarked
package cn.hotline.routing.version.model;

import org.jspecify.annotations.NullMarked;
