/** The values of recusal. */
@NullMarked
package cn.hotline.routing.recusal.model;

import org.jspecify.annotations.NullMarked;
