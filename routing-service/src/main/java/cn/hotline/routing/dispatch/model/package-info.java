/** The dispatch of one ticket: its life cycle, its rules, its refusals. */
@NullMarked
package cn.hotline.routing.dispatch.model;

import org.jspecify.annotations.NullMarked;
